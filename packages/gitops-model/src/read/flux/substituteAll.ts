import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Variables } from './loadVariables';
import type { Placed } from './Placed';
import { substituteManifest } from './substituteManifest';
import { VariableUses } from './VariableUses';

/** The objects of a unit with their variables replaced; objects that do not survive it are left out, with a finding. */
export function substituteAll(
  reading: Reading,
  manifests: readonly Manifest[],
  { lookUp, valid }: Variables,
  placed: Placed,
): { manifests: Manifest[]; buildable: boolean } {
  const { cluster, app } = placed;
  const uses = new VariableUses(reading);
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
        uses.find(manifest, name),
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

function abbreviate(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
