import type { RookOsd } from '../ceph/CephReading';
import type { Pod } from '@internal/upstream';
import type { Deployment } from './resources';

/** The OSDs of a CephCluster by their deployments and pods. */
export function toRookOsds(workloads: {
  deployments: readonly Deployment[];
  pods: readonly Pod[];
}): Map<number, RookOsd> {
  const pods = new Map(
    workloads.pods.flatMap(pod => {
      const id = readOsdId(pod);
      return id === undefined ? [] : [[id, pod] as const];
    }),
  );
  return new Map(
    workloads.deployments.flatMap(deployment => {
      const id = readOsdId(deployment);
      if (id === undefined) return [];
      return [[id, toRookOsd(id, deployment, pods.get(id))] as const];
    }),
  );
}

function toRookOsd(id: number, deployment: Deployment, pod?: Pod): RookOsd {
  const { metadata, spec } = deployment;
  const template = spec.template?.spec;
  const environment = new Map(
    template?.containers
      .find(({ name }) => name === 'osd')
      ?.env?.map(({ name, value }) => [name, value]),
  );
  const claim = metadata.labels['ceph.rook.io/pvc'];
  const logicalVolume = environment.get('ROOK_LV_PATH') || undefined;
  return {
    id,
    node:
      pod?.spec.nodeName ?? template?.nodeSelector?.['kubernetes.io/hostname'],
    isPodReady: pod !== undefined && isReady(pod),
    deviceClass:
      metadata.labels['device-class'] ??
      environment.get('ROOK_OSD_DEVICE_CLASS'),
    form: toForm(metadata.labels, environment),
    devicePath:
      logicalVolume ?? (environment.get('ROOK_BLOCK_PATH') || undefined),
    claim,
  };
}

/** A claim or encryption tells more of the disk than how the device is laid out. */
function toForm(
  labels: Readonly<Record<string, string>>,
  environment: ReadonlyMap<string, string | undefined>,
): RookOsd['form'] {
  if (
    labels['ceph.rook.io/pvc'] ||
    environment.get('ROOK_PVC_BACKED_OSD') === 'true'
  ) {
    return 'claim';
  }
  if (labels.encrypted === 'true') return 'encrypted';
  const mode = environment.get('ROOK_CV_MODE');
  if (environment.get('ROOK_LV_PATH') || mode === 'lvm') return 'lvm';
  return environment.get('ROOK_BLOCK_PATH') || mode === 'raw'
    ? 'raw'
    : 'unknown';
}

function readOsdId({
  metadata: { labels },
}: Pick<Deployment, 'metadata'>): number | undefined {
  if (labels.app !== 'rook-ceph-osd') return undefined;
  const text = labels['ceph-osd-id'] ?? labels.osd;
  return /^\d+$/.test(text ?? '') ? Number(text) : undefined;
}

export function isReady({ status }: Pod): boolean {
  return (
    status.conditions?.some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    ) ?? false
  );
}
