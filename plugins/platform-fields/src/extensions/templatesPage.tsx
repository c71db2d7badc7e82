import {
  coreExtensionData,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';

/**
 * The scaffolder lets no plugin replace its review step, so its page of
 * templates is wrapped: forms that end in a change request are shown by us.
 */
export const templatesPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    factory(originalFactory, { apis, node }) {
      const page = originalFactory();
      const original = page.get(coreExtensionData.reactElement);
      return [
        ...page,
        coreExtensionData.reactElement(
          ExtensionBoundary.lazy(node, async () => {
            const [{ TemplatesPage }, { toFieldExtensions }, fields] =
              await Promise.all([
                import('../wizard/TemplatesPage'),
                import('../wizard/toFieldExtensions'),
                apis.get(formFieldsApiRef)?.loadFormFields() ?? [],
              ]);
            return (
              <TemplatesPage
                original={original}
                fields={toFieldExtensions(fields)}
              />
            );
          }),
        ),
      ];
    },
  });
