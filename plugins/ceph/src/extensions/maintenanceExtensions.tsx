import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { clusterEntities, machineEntities } from '../frame/storageEntities';

const entityMaintenanceContent = EntityContentBlueprint.make({
  name: 'maintenance',
  params: {
    path: '/maintenance',
    title: 'Maintenance',
    filter: machineEntities,
    loader: () =>
      import('../maintenance/EntityMaintenanceContent').then(m => (
        <m.EntityMaintenanceContent />
      )),
  },
});

const entityMaintenanceCard = EntityCardBlueprint.make({
  name: 'maintenance',
  params: {
    type: 'content',
    filter: clusterEntities,
    loader: () =>
      import('../maintenance/EntityMaintenanceCard').then(m => (
        <m.EntityMaintenanceCard />
      )),
  },
});

export const maintenanceExtensions = [
  entityMaintenanceContent,
  entityMaintenanceCard,
];
