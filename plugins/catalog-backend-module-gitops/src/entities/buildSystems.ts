import {
  type DescribedApp,
  entityRefs,
  toEntityName,
} from '@internal/gitops-repository';
import { portalAnnotations } from '../annotations';
import { annotate } from './annotate';
import type { BuiltEntity } from './BuiltEntity';
import type { EntityContext } from './EntityContext';
import { toPlainText } from './toPlainText';

/**
 * A System per system that apps are part of, owned by the owner of its first
 * app. One that an earlier platform has is shared.
 */
export function buildSystems(context: EntityContext): BuiltEntity[] {
  const byName = [...context.apps].sort(
    ({ app: a }, { app: b }) =>
      a.name.localeCompare(b.name) || a.cluster.localeCompare(b.cluster),
  );
  const firstApps = new Map<string, DescribedApp>();
  for (const described of byName) {
    if (!described.system) continue;
    const ref = entityRefs.system(described.system);
    if (!context.taken.has(ref) && !firstApps.has(ref)) {
      firstApps.set(ref, described);
    }
  }
  return [...firstApps].map(([entityRef, { app, system = '', owner }]) => {
    const name = toEntityName(system);
    return {
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
          ...(name !== system && { title: toPlainText(system, 200) }),
          annotations: annotate(context, app.source, {
            [portalAnnotations.unitFile]: app.source.file,
          }),
        },
        spec: { owner },
      },
    };
  });
}
