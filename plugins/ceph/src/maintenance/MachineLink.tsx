import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { NodeName } from '../api/CephApi';
import { nodeMaintenanceRouteRef } from '../routes';

/** Leads to what decides whether a machine may go down. */
export function MachineLink({ node }: { node: NodeName }) {
  const route = useRouteRef(nodeMaintenanceRouteRef);
  const name = <bdi>{node.node}</bdi>;
  const { platform, cluster } = node;
  return route ? (
    <Link href={route({ platform, cluster, node: node.node })}>{name}</Link>
  ) : (
    name
  );
}
