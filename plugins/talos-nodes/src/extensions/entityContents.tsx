import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { machineEntities } from './machineEntities';

export const entityMachineContent = EntityContentBlueprint.make({
  name: 'machine',
  params: {
    path: '/machine',
    title: 'Machine',
    filter: machineEntities,
    loader: () =>
      import('../machine/EntityMachineContent').then(m => (
        <m.EntityMachineContent />
      )),
  },
});
