import {
  coreExtensionData,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';

/** The scaffolder's page of tasks; requests on their way are shown by us. */
export const tasksPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/tasks')
  .override({
    factory(originalFactory, { node }) {
      const page = originalFactory();
      const original = page.get(coreExtensionData.reactElement);
      return [
        ...page,
        coreExtensionData.reactElement(
          ExtensionBoundary.lazy(node, async () => {
            const { TasksPage } = await import('../task/TasksPage');
            return <TasksPage original={original} />;
          }),
        ),
      ];
    },
  });
