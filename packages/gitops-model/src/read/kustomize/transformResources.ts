import { addAffixes } from './addAffixes';
import { applyPatchEntry } from './applyPatches';
import { applyReplacement } from './applyReplacements';
import { changeImages } from './changeImages';
import type { ReadKustomization } from './readKustomization';
import { refuseDuplicates } from './refuseDuplicates';
import type { Resource } from './Resource';
import { setLabels } from './setLabels';
import { setNamespace } from './setNamespace';
import { setReplicas } from './setReplicas';
import type { Step } from './Step';

/** What one kustomization does to its objects, in the order kustomize does it. */
export function transformResources(
  step: Step,
  {
    kustomization,
    lineOf,
  }: Pick<ReadKustomization, 'kustomization' | 'lineOf'>,
  input: Resource[],
): Resource[] {
  let resources = input;
  kustomization.patchesStrategicMerge.forEach((entry, index) => {
    const source = lineOf('patchesStrategicMerge', index);
    const written = /\n|^\s*\{/.test(entry)
      ? { patch: entry, form: 'strategic' as const }
      : { path: entry, form: 'strategic' as const };
    resources = applyPatchEntry(step, resources, written, source);
  });
  kustomization.patches.forEach((patch, index) => {
    resources = applyPatchEntry(
      step,
      resources,
      patch,
      lineOf('patches', index),
    );
  });
  const { namespace, namePrefix: prefix, nameSuffix: suffix } = kustomization;
  for (const resource of resources) {
    if (namespace !== '') setNamespace(resource, namespace);
    addAffixes(resource, { prefix, suffix });
    setLabels(resource, kustomization);
  }
  if (namespace !== '') refuseDuplicates(step, resources);
  kustomization.patchesJson6902.forEach((patch, index) => {
    const written = { ...patch, form: 'json' as const };
    const source = lineOf('patchesJson6902', index);
    resources = applyPatchEntry(step, resources, written, source);
  });
  kustomization.replicas.forEach((replica, index) =>
    setReplicas(step, resources, replica, lineOf('replicas', index)),
  );
  const images = [...kustomization.images, ...kustomization.imageTags];
  for (const resource of resources) changeImages(resource, images);
  kustomization.replacements.forEach((replacement, index) => {
    const source = lineOf('replacements', index);
    applyReplacement(step, resources, replacement, source);
  });
  return resources;
}
