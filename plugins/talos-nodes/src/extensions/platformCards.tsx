import {
  coreExtensionData,
  createExtension,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';

/** Where the page of a platform takes cards of its clusters. */
const attachTo = { id: 'page:platforms', input: 'clusterCards' };
const output = [coreExtensionData.reactElement];

export const platformMachinesCard = createExtension({
  kind: 'platform-card',
  name: 'machines',
  attachTo,
  output,
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('../cards/EntityMachinesCard').then(m => (
          <m.EntityMachinesCard />
        )),
      ),
    ),
  ],
});
