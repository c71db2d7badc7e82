import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { Variables } from './loadVariables';
import type { Placed } from './Placed';
import { substituteManifest } from './substituteManifest';

/** The objects of a unit with their variables replaced; objects that do not survive it are left out, with a finding. */
export function substituteAll(
  reading: Reading,
  manifests: readonly Manifest[],
  { lookUp, valid }: Variables,
  placed: Placed,
): { manifests: Manifest[]; buildable: boolean } {
  const { cluster, app } = placed;
  const unset = new Set<string>();
  const unevaluated = new Set<string>();
  let buildable = valid;
  const substituted = manifests.flatMap(manifest => {
    const result = substituteManifest(manifest, lookUp);
    for (const name of result.unset) {
      if (unset.has(name)) continue;
      unset.add(name);
      reading.report(
        {
          code: 'variable-unset',
          severity: 'warning',
          message: `The Kustomization ${placed.name} uses the variable ${abbreviate(name)} and sets it nowhere; Flux puts an empty text in its place.`,
          fix: 'Set the variable, give it a default, or write “$${…}” where the text is meant for a shell.',
          cluster,
          app,
        },
        findUse(reading, manifest, name),
      );
    }
    if (result.state === 'refused') {
      buildable = false;
      reading.report(
        {
          code: 'invalid-manifest',
          severity: 'error',
          message: `${manifest.kind} ${manifest.name} of the Kustomization ${placed.name} ${result.reason}.`,
          fix: 'Set the variables it uses, or give them defaults.',
          cluster,
          app,
        },
        manifest.source,
      );
      return [];
    }
    for (const expression of result.unevaluated) {
      if (unevaluated.has(expression)) continue;
      unevaluated.add(expression);
      reading.report(
        {
          code: 'not-evaluated',
          severity: 'info',
          message: `The Kustomization ${placed.name} uses the expression ${abbreviate(expression)}, which the portal does not evaluate.`,
          cluster,
          app,
        },
        manifest.source,
      );
    }
    return [result.manifest];
  });
  return { manifests: substituted, buildable };
}

/** Where an object first uses a variable; its beginning where the use came from another file. */
function findUse(
  { snapshot }: Reading,
  { source }: Manifest,
  name: string,
): SourceRef {
  const lines = (snapshot.readText(source.file) ?? '').split('\n');
  const use = new RegExp(`(?<!\\$)\\$\\{#?${name}(?![\\p{L}\\p{Nd}_])`, 'u');
  const index = lines.findIndex(
    (line, at) => at >= source.line - 1 && use.test(line),
  );
  return index < 0 ? source : { ...source, line: index + 1 };
}

function abbreviate(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
