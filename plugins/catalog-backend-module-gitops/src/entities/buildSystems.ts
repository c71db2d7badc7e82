import type { App } from '@internal/gitops-model';
import { portalAnnotations } from '../annotations';
import type { BuiltEntity } from './BuiltEntity';
import { annotate, type EntityContext } from './EntityContext';
import { resolveOwner } from './resolveOwner';
import { toEntityName } from './toEntityName';
import { toPlainText } from './toPlainText';

/** A System per system that apps name, owned by the owner of its first app. */
export function buildSystems(context: EntityContext): BuiltEntity[] {
  const { model, repository, taken } = context;
  const defaultOwner = repository.platform.profile.owners.default;
  const firstApps = new Map<string, App>();
  const byName = [...model.apps].sort(
    (a, b) =>
      a.name.localeCompare(b.name) || a.cluster.localeCompare(b.cluster),
  );
  for (const app of byName) {
    const name = app.system && toEntityName(app.system);
    if (name && !firstApps.has(name.toLowerCase())) {
      firstApps.set(name.toLowerCase(), app);
    }
  }
  return [...firstApps].flatMap(([key, app]): BuiltEntity[] => {
    const entityRef = `system:default/${key}`;
    if (taken.has(entityRef)) return [];
    const title = app.system ?? key;
    const name = toEntityName(title);
    return [
      {
        entityRef,
        file: app.source.file,
        unitFile: app.source.file,
        complete: true,
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'System',
          metadata: {
            namespace: 'default',
            name,
            ...(name !== title && { title: toPlainText(title, 200) }),
            annotations: annotate(context, app.source, {
              [portalAnnotations.unitFile]: app.source.file,
            }),
          },
          spec: { owner: resolveOwner(app, defaultOwner).owner },
        },
      },
    ];
  });
}
