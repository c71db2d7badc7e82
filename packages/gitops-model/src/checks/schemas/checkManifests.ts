import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Finding } from '../../finding/Finding';
import type { FileEdit } from '../../plan/Plan';
import { isYamlFile, readManifests } from '../readManifests';
import { refusal } from '../refusal';
import type { SchemaProblem } from './ManifestSchema';
import { publishedSchemas } from './publishedSchemas';
import { resourceSchemas } from './resourceSchemas';
import { withoutVariables } from './withoutVariables';

/** By API version and kind. */
const schemas = new Map([...publishedSchemas, ...resourceSchemas]);

const namesSchema = z.object({
  name: z.string(),
  namespace: z.string().optional(),
});

/** Kinds that no cluster reads: kustomize does, and the portal. */
const unchecked = new Set([
  'backstage.io/v1alpha1 Component',
  'kustomize.config.k8s.io/v1alpha1 Component',
  'kustomize.config.k8s.io/v1beta1 Kustomization',
]);

/**
 * Holds every changed manifest of a plan against its Kubernetes schema. What was
 * wrong with it before is not said: the cluster may know a newer schema.
 */
export function checkManifests(edits: readonly FileEdit[]): Finding[] {
  return edits.flatMap(edit => {
    if (edit.kind === 'delete' || !isYamlFile(edit.path)) return [];
    const before = edit.kind === 'change' ? readManifests(edit.before) : [];
    const changed = readManifests(edit.after).filter(
      manifest => !before.some(other => isDeepStrictEqual(other, manifest)),
    );
    return changed.flatMap(manifest => {
      const type = `${String(manifest.apiVersion)} ${String(manifest.kind)}`;
      const schema = schemas.get(type);
      if (schema) {
        const problemsOf = (one: Manifest) =>
          withoutVariables(schema(one), one);
        const known = before
          .filter(other => identityOf(other) === identityOf(manifest))
          .flatMap(problemsOf);
        const problems = problemsOf(manifest).filter(
          problem => !known.some(other => isDeepStrictEqual(other, problem)),
        );
        return invalid(problems, type, edit.path);
      }
      if (unchecked.has(type)) return [];
      const finding: Finding = {
        code: 'schema-unknown',
        severity: 'info',
        message: `${edit.path} holds a ${type}, whose schema is not known here.`,
        fix: 'Look at this manifest with care; the cluster is the first to check it.',
        file: edit.path,
      };
      return [finding];
    });
  });
}

type Manifest = ReturnType<typeof readManifests>[number];

/** What makes two manifests the same object. */
function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  const { data } = namesSchema.safeParse(metadata);
  return JSON.stringify([apiVersion, kind, data?.namespace, data?.name]);
}

function invalid(
  problems: readonly SchemaProblem[],
  type: string,
  file: string,
): Finding[] {
  if (problems.length === 0) return [];
  const sentences = problems.map(
    ({ path, message }) => `${['data', ...path].join('/')} ${message}`,
  );
  return [
    refusal('manifest-invalid', {
      message: `${file} is no valid ${type}: ${sentences.join(', ')}.`,
      fix: 'Correct the manifest; the cluster would refuse it.',
      file,
    }),
  ];
}
