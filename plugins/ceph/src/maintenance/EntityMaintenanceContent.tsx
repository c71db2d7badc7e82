import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { NodeMaintenanceContent } from './NodeMaintenanceContent';
import { nodeOfEntity } from './nodeOfEntity';

/** May the machine that the entity stands for go down? */
export function EntityMaintenanceContent() {
  const { entity } = useEntity();
  return (
    <NodeMaintenanceContent
      node={nodeOfEntity(entity)}
      here={stringifyEntityRef(entity)}
    />
  );
}
