import {
  coreExtensionData,
  createExtension,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';

/** Where the page of a platform takes cards of its clusters. */
const attachTo = { id: 'page:platforms', input: 'clusterCards' };
const output = [coreExtensionData.reactElement];

export const platformStorageCard = createExtension({
  kind: 'platform-card',
  name: 'storage',
  attachTo,
  output,
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('../storage/cards/EntityStorageCard').then(m => (
          <m.EntityStorageCard />
        )),
      ),
    ),
  ],
});

export const platformMaintenanceCard = createExtension({
  kind: 'platform-card',
  name: 'maintenance',
  attachTo,
  output,
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('../maintenance/EntityMaintenanceCard').then(m => (
          <m.EntityMaintenanceCard />
        )),
      ),
    ),
  ],
});
