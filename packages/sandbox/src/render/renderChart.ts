import type { Manifest } from '../kubernetes/KubernetesObject';
import type { ChartRelease } from './ChartRelease';
import { renderAppTemplate } from './renderAppTemplate';

/**
 * Stands for a rendered chart, since no chart is downloaded: what the values
 * of an `app-template` describe; of any other chart one Deployment with an
 * image named after it.
 */
export function renderChart(release: ChartRelease): Manifest[] {
  const { name, chart, version, registry } = release;
  if (chart === 'app-template') {
    return renderAppTemplate(release);
  }
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/managed-by': 'Helm',
    ...release.labels,
    'helm.sh/chart': `${chart}-${version}`,
  };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        template: {
          metadata: { labels },
          spec: {
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
    },
  ];
}
