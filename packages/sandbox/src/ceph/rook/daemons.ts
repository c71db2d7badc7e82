import { toDaemonName } from '../model/Osd';
import type { SimulatedCeph } from '../model/SimulatedCeph';

/** A daemon of Ceph, bound to its machine. */
export interface Daemon {
  kind: 'mon' | 'mgr' | 'mds' | 'osd';
  /** Such as `a`, or `0` of an OSD. */
  id: string;
  /** As Ceph names it, such as `osd.0`. */
  name: string;
  /** Of its Deployment. */
  deployment: string;
  node: string;
}

/** All daemons that Rook keeps. */
export function listDaemons({ definition, devices }: SimulatedCeph): Daemon[] {
  const daemon = (
    kind: Daemon['kind'],
    id: string,
    node: string,
    name = `${kind}.${id}`,
  ): Daemon => ({
    kind,
    id,
    node,
    name,
    deployment: `rook-ceph-${kind}-${id}`,
  });
  return [
    ...definition.hosts.flatMap(
      ({ node, monitor, manager, metadataServer }) => [
        ...(monitor === undefined ? [] : [daemon('mon', monitor, node)]),
        ...(manager === undefined ? [] : [daemon('mgr', manager, node)]),
        ...(metadataServer === undefined
          ? []
          : [daemon('mds', metadataServer, node)]),
      ],
    ),
    ...devices.map(({ node }, id) =>
      daemon('osd', String(id), node, toDaemonName({ id })),
    ),
  ];
}
