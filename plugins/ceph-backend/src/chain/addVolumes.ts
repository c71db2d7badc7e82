import { parseEntityRef } from '@backstage/catalog-model';
import type { ChainItem, Volume } from '@internal/plugin-ceph-common';
import type { BuiltVolume } from '../volumes/buildVolume';
import type { ChainBuilder } from './ChainBuilder';
import { chainIds } from './chainIds';
import { toItemState } from './toItemState';

const WORST_FIRST: readonly ChainItem['state'][] = [
  'down',
  'degraded',
  'unknown',
  'ok',
];

/** Adds volumes with what they lie on, and who uses them. */
export function addVolumes(
  builder: ChainBuilder,
  volumes: readonly BuiltVolume[],
): void {
  const ofApp = new Map<string, ChainItem['state'][]>();
  for (const built of volumes) {
    const { volume } = built;
    const state = toItemState(volume.state);
    const id = chainIds.volume(volume.cluster, volume.name);
    builder.add({
      id,
      kind: 'volume',
      label: volume.name,
      detail: formatBytes(volume.sizeBytes),
      state,
      cluster: volume.cluster,
    });
    linkPlace(builder, id, built);
    for (const app of addUsers(builder, id, built)) {
      const states = ofApp.get(app);
      if (states) states.push(state);
      else ofApp.set(app, [state]);
    }
  }
  for (const [app, states] of ofApp) {
    const worst = WORST_FIRST.find(state => states.includes(state));
    if (worst) builder.restate(app, worst);
  }
}

function linkPlace(
  builder: ChainBuilder,
  id: string,
  { volume, isPoolProven }: BuiltVolume,
) {
  const { cluster, kind, nodes, ceph, nfs } = volume;
  if (ceph) {
    const pool = chainIds.pool(ceph, ceph.pool);
    // One that Ceph does not list: gone, or not read.
    builder.add({
      id: pool,
      kind: 'pool',
      label: ceph.pool,
      state: volume.stateReason === 'pool-gone' ? 'down' : 'unknown',
      cluster: ceph.cluster,
      entityRef: ceph.entityRef,
    });
    builder.link(pool, id, isPoolProven ? 'handle' : 'none');
  }
  if (nfs) {
    const server = chainIds.nfsServer(nfs.server);
    builder.add({
      id: server,
      kind: 'nfs-server',
      label: nfs.server,
      state: 'unknown',
    });
    builder.link(server, id, 'handle');
  }
  if (kind !== 'local' && kind !== 'longhorn') return;
  const single = nodes.length === 1 ? 'local-path' : 'none';
  for (const name of nodes) {
    const node = chainIds.node(cluster, name);
    builder.add({
      id: node,
      kind: 'node',
      label: name,
      state: volume.stateReason === 'node-gone' ? 'down' : 'unknown',
      cluster,
    });
    builder.link(node, id, kind === 'longhorn' ? 'replica' : single);
  }
}

/** Adds claim, apps and owners; the ids of the apps. */
function addUsers(
  builder: ChainBuilder,
  volumeId: string,
  { volume, usage }: BuiltVolume,
): string[] {
  const { cluster, claim, apps } = volume;
  if (!claim) return [];
  const claimId = chainIds.claim(cluster, claim);
  builder.add({
    id: claimId,
    kind: 'claim',
    label: claim.name,
    detail: claim.namespace,
    state: toClaimState(volume),
    cluster,
  });
  builder.link(volumeId, claimId, 'claim-reference');
  return apps.map(app => {
    const id = chainIds.app(cluster, app);
    builder.add({
      id,
      kind: 'app',
      label: app.name,
      detail: app.namespace,
      state: 'unknown',
      cluster,
      entityRef: app.entityRef,
    });
    builder.link(claimId, id, usage === 'mount' ? 'mount' : 'none');
    if (app.owner !== undefined) {
      const owner = chainIds.owner(app.owner);
      builder.add({
        id: owner,
        kind: 'owner',
        label: parseEntityRef(app.owner).name,
        state: 'ok',
        entityRef: app.owner,
      });
      builder.link(id, owner, 'ownership');
    }
    return id;
  });
}

function toClaimState({ phase, stateReason }: Volume): ChainItem['state'] {
  if (stateReason === 'claim-lost') return 'down';
  if (stateReason === 'kubernetes-not-read') return 'unknown';
  if (phase === 'Failed') return 'down';
  return phase === 'Bound' ? 'ok' : 'unknown';
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** As Kubernetes writes sizes. */
function formatBytes(bytes: number): string | undefined {
  if (bytes <= 0) return undefined;
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${UNITS[power]}`;
}
