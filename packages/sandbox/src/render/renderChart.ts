import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';
import type { ChartRelease } from './ChartRelease';
import {
  type ChartVolume,
  readChartReplicas,
  readChartStorage,
} from './readChartStorage';
import { renderAppTemplate } from './renderAppTemplate';

/** Charts whose pods have volumes of their own. */
const statefulCharts = new Set([
  'garage',
  'kube-prometheus-stack',
  'loki',
  'qdrant',
  'vault',
  'victoria-metrics-single',
]);

const placementSchema = z.looseObject({
  nodeSelector: z.record(z.string(), z.string()).optional(),
  tolerations: z.array(z.unknown()).optional(),
});

/**
 * Stands for a rendered chart, since no chart is downloaded: what the values
 * of an `app-template` describe; of any other chart one Deployment or
 * StatefulSet with an image named after it, where the values want it, and with
 * the volumes that they want.
 */
export function renderChart(release: ChartRelease): Manifest[] {
  const { chart, values } = release;
  if (chart === 'app-template') {
    return renderAppTemplate(release);
  }
  const volumes = readChartStorage(values);
  return volumes.length > 0 && statefulCharts.has(chart)
    ? [renderStatefulSet(release, volumes)]
    : [
        withRecreation(
          renderWorkload(release, 'Deployment', {
            volumes: volumes.map(volume => ({
              name: volume.name || 'data',
              persistentVolumeClaim: {
                claimName: toClaimName(release, volume),
              },
            })),
          }),
          volumes,
        ),
        ...volumes.map(volume => ({
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: {
            name: toClaimName(release, volume),
            labels: toLabels(release),
          },
          spec: toClaimSpec(volume),
        })),
      ];
}

/** A volume that one machine alone may write to is let go of before the next pod takes it. */
function withRecreation<TWorkload extends { spec: object }>(
  workload: TWorkload,
  volumes: ChartVolume[],
) {
  return volumes.length === 0
    ? workload
    : {
        ...workload,
        spec: { ...workload.spec, strategy: { type: 'Recreate' } },
      };
}

function renderStatefulSet(
  release: ChartRelease,
  volumes: ChartVolume[],
): Manifest {
  const workload = renderWorkload(release, 'StatefulSet', {});
  return {
    ...workload,
    spec: {
      ...workload.spec,
      replicas: readChartReplicas(release.values),
      serviceName: release.name,
      volumeClaimTemplates: volumes.map(volume => ({
        metadata: { name: volume.name || 'data' },
        spec: toClaimSpec(volume),
      })),
    },
  };
}

function renderWorkload(
  release: ChartRelease,
  kind: string,
  pod: Record<string, unknown>,
) {
  const { name, chart, version, registry } = release;
  const labels = toLabels(release);
  const { nodeSelector, tolerations } =
    placementSchema.safeParse(release.values).data ?? {};
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      template: {
        metadata: { labels },
        spec: {
          ...pod,
          ...(nodeSelector && { nodeSelector }),
          ...(tolerations && { tolerations }),
          containers: [
            {
              name: chart,
              image: `${registry}/${chart}:${version}`,
              ports: [{ name: 'http', containerPort: 8080 }],
              resources: {
                requests: { cpu: '50m', memory: '128Mi' },
                limits: { memory: '512Mi' },
              },
            },
          ],
        },
      },
    },
  };
}

function toLabels({ name, chart, version, labels }: ChartRelease) {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/managed-by': 'Helm',
    ...labels,
    'helm.sh/chart': `${chart}-${version}`,
  };
}

function toClaimName({ name }: ChartRelease, volume: ChartVolume): string {
  return volume.name ? `${name}-${volume.name}` : name;
}

function toClaimSpec({ storageClassName, size }: ChartVolume) {
  return {
    accessModes: ['ReadWriteOnce'],
    storageClassName,
    resources: { requests: { storage: size } },
  };
}
