import type { Reading } from '../Reading';
import type { ObjectLookup } from './ClusterObjects';
import type { Variable } from './expandVariables';
import type { Kustomization } from './Kustomization';
import type { Placed } from './Placed';
import { toVariableSource } from './VariableSource';

/** What a Kustomization replaces in its objects. */
export interface Variables {
  lookUp(name: string): Variable;
  /** False where Flux refuses one of the names. */
  valid: boolean;
}

/**
 * The variables of `substituteFrom`, the later source before the earlier, and
 * of `substitute`, which wins; `undefined` where there are none and Flux leaves
 * the objects alone. Secrets are not read: what they may set is unknown.
 */
export function loadVariables(
  reading: Reading,
  objects: ObjectLookup,
  placed: Placed,
  { spec: { postBuild } }: Kustomization,
): Variables | undefined {
  if (!postBuild) return undefined;
  /** What wins comes first. */
  const sources = [toVariableSource(postBuild.substitute)];
  let complete = true;
  for (const { kind, name, optional } of postBuild.substituteFrom) {
    const source = objects.get(kind, placed.namespace, name);
    const isEncrypted = source !== undefined && 'sops' in source.value;
    if (kind === 'ConfigMap' && source && !isEncrypted) {
      sources.splice(1, 0, objects.variablesOf(source));
    } else if (kind === 'Secret' || source || !optional) {
      complete = false;
      reportUnknown(reading, placed, {
        source: `the ${kind} ${name}`,
        isEncrypted,
        isMissing: kind === 'ConfigMap' && !source,
      });
    }
  }
  if (complete && sources.every(({ values }) => values.size === 0)) {
    return undefined;
  }
  const wrong = sources.find(({ wrongName }) => wrongName)?.wrongName;
  if (wrong !== undefined) reportWrongName(reading, placed, wrong);
  return {
    lookUp: name => {
      const value = sources
        .find(({ values }) => values.has(name))
        ?.values.get(name);
      if (value !== undefined) return { state: 'set', value };
      return { state: complete ? 'unset' : 'unknown' };
    },
    valid: wrong === undefined,
  };
}

function reportUnknown(
  reading: Reading,
  { name, namespace, cluster, app, source }: Placed,
  from: { source: string; isEncrypted: boolean; isMissing: boolean },
): void {
  const taken = `The Kustomization ${name} takes variables from ${from.source}`;
  reading.report(
    from.isMissing
      ? {
          code: 'not-evaluated',
          severity: 'warning',
          message: `${taken}, which no unit of ${cluster} deploys to ${namespace ?? 'its namespace'}; variables that it may set stay as they are written.`,
          fix: 'Deploy it from Git into the namespace of the Kustomization, or mark it as optional.',
          cluster,
          app,
        }
      : {
          code: from.isEncrypted ? 'encrypted' : 'not-evaluated',
          severity: 'info',
          message: `${taken}, which the portal does not read; variables that it may set stay as they are written.`,
          cluster,
          app,
        },
    source,
  );
}

function reportWrongName(
  reading: Reading,
  { name, cluster, app, source }: Placed,
  wrong: string,
): void {
  reading.report(
    {
      code: 'invalid-manifest',
      severity: 'error',
      message: `The Kustomization ${name} is given a variable ${wrong}, which is no name of a variable; Flux refuses the whole Kustomization.`,
      fix: 'Name variables by letters, digits and “_” alone.',
      cluster,
      app,
    },
    source,
  );
}
