import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { clusterEntities, machineEntities } from './machineEntities';

export const entityMachineCard = EntityCardBlueprint.make({
  name: 'machine',
  params: {
    type: 'content',
    filter: machineEntities,
    loader: () =>
      import('../cards/EntityMachineCard').then(m => <m.EntityMachineCard />),
  },
});

export const entityMachinesCard = EntityCardBlueprint.make({
  name: 'machines',
  params: {
    type: 'content',
    filter: clusterEntities,
    loader: () =>
      import('../cards/EntityMachinesCard').then(m => <m.EntityMachinesCard />),
  },
});
