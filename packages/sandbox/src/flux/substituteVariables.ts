import { parse, stringify } from 'yaml';
import { type Manifest, manifestSchema } from '../kubernetes/KubernetesObject';
import { RenderError } from '../render/RenderError';

const switchName = 'kustomize.toolkit.fluxcd.io/substitute';

/**
 * Puts variables into an object as Flux does after a build: `${X}`,
 * `${X:=default}`, `${X:-default}`, nothing where X is not set, and `$${X}`
 * stays as `${X}`.
 */
export function substituteVariables(
  manifest: Manifest,
  variables: Record<string, string>,
): Manifest {
  const { labels = {}, annotations = {} } = manifest.metadata;
  if (
    labels[switchName] === 'disabled' ||
    annotations[switchName] === 'disabled'
  ) {
    return manifest;
  }
  const text = stringify(manifest, { lineWidth: 0 });
  const replaced = text.replace(
    /\$(\$\{)|\$\{([_a-zA-Z]\w*)(?::[=-]([^}]*))?\}/g,
    (_match, escaped?: string, name = '', fallback = '') =>
      escaped ?? (variables[name] || fallback),
  );
  const parsed = manifestSchema.safeParse(parse(replaced));
  if (!parsed.success) {
    throw new RenderError(
      `post build failed for '${manifest.metadata.name}': envsubst error: the object is not valid after substitution`,
    );
  }
  return parsed.data;
}
