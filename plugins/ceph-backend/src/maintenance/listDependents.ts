import type {
  AppReference,
  Dependents,
  StoppingReason,
  Volume,
} from '@internal/plugin-ceph-common';
import type { JudgeContext } from './JudgeContext';
import { judgePools } from './ceph/judgePools';
import type { PodFacts } from './facts/PodFacts';

const WORST_FIRST: readonly StoppingReason[] = [
  'data-blocked',
  'local-volume',
  'bound-pod',
  'bare-pod',
  'no-capacity',
];

/**
 * What depends on a machine: apps of this cluster, and of others on the same
 * Ceph. An app stops only where no ready pod of it runs on another machine;
 * each app stands once, at its worst.
 */
export function listDependents(context: JudgeContext): Dependents {
  const { facts, index, node, moves } = context;
  const volumes = [
    ...(facts.volumes.known ? facts.volumes.value : []),
    ...(facts.guestVolumes.known ? facts.guestVolumes.value : []),
  ];
  const blockedPools = listBlockedPools(context);
  const onCeph = volumes.filter(volume => liesOn(volume, node));
  const blocked = onCeph.filter(({ ceph }) =>
    ceph ? blockedPools.has(poolKey(ceph.name, ceph.pool)) : false,
  );
  const localVolumes = index.volumesOnlyOn(node);
  const planned = moves.known ? moves.value : undefined;
  const survives = (pod: PodFacts) => hasPodElsewhere(context, pod);

  const held = planned?.held ?? [];
  const reasons: Record<StoppingReason, AppReference[]> = {
    'data-blocked': blocked.flatMap(({ apps }) => apps),
    'local-volume': held.filter(pod => !survives(pod)).map(({ app }) => app),
    'bound-pod': listStopping(planned?.bound, survives),
    'bare-pod': listStopping(
      index.podsOn(node).filter(({ kind }) => kind === 'bare'),
      survives,
    ),
    'no-capacity': listStopping(planned?.crowded, survives),
  };
  const seen = new Set<string>();
  const takeNew = (apps: readonly AppReference[]) =>
    apps.filter(app => {
      const isNew = !seen.has(keyOf(app));
      seen.add(keyOf(app));
      return isNew;
    });
  const stopping = WORST_FIRST.flatMap(reason =>
    takeNew(reasons[reason]).map(app => ({ app, reason })),
  );
  const stopped = new Set(seen);
  const lessRedundant = takeNew([
    ...onCeph.flatMap(({ apps }) => apps),
    ...held.map(({ app }) => app),
  ]);
  seen.clear();
  stopped.forEach(key => seen.add(key));
  const moving = takeNew((planned?.moving ?? []).map(({ pod }) => pod.app));
  return {
    lessRedundant: sortApps(lessRedundant),
    stopping,
    moving: sortApps(moving),
    localVolumes: [...localVolumes],
  };
}

/** Replicated data of which a copy lies, or may lie, on the machine. */
function liesOn({ kind, nodes }: Volume, node: string): boolean {
  return kind !== 'nfs' && nodes.length > 1 && nodes.includes(node);
}

function listBlockedPools({ facts, node }: JudgeContext): Set<string> {
  return new Set(
    (facts.ceph.known ? facts.ceph.value : []).flatMap(
      ({ name, osds, pools }) => {
        if (!osds.known || !pools.known) return [];
        const own = osds.value.filter(osd => osd.node === node);
        if (own.length === 0) return [];
        const { tooSmall } = judgePools(
          pools.value,
          new Set(own.map(({ id }) => id)),
        );
        return tooSmall.map(pool => poolKey(name, pool.name));
      },
    ),
  );
}

function poolKey(ceph: string, pool: string): string {
  return `${ceph}/${pool}`;
}

function hasPodElsewhere({ index, node }: JudgeContext, pod: PodFacts) {
  return index
    .podsIn(pod.namespace)
    .some(
      other =>
        other.ready &&
        other.node !== node &&
        other.kind !== 'daemon' &&
        keyOf(other.app) === keyOf(pod.app),
    );
}

function listStopping(
  pods: readonly PodFacts[] | undefined,
  survives: (pod: PodFacts) => boolean,
): AppReference[] {
  return (pods ?? []).filter(pod => !survives(pod)).map(({ app }) => app);
}

function keyOf({ entityRef, namespace, name }: AppReference): string {
  return entityRef ?? `${namespace}/${name}`;
}

function sortApps(apps: readonly AppReference[]): AppReference[] {
  return [...apps].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
