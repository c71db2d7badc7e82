import { InputError } from '@backstage/errors';
import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';
import { applyJsonPatch } from './applyJsonPatch';
import type { Patch } from './kustomizationSchema';
import { selectTargets } from './matchesSelector';
import { parsePatch } from './parsePatch';
import type { Resource } from './Resource';
import { idKey, idOf } from './ResourceId';
import type { Step } from './Step';
import { strategicMerge } from './strategicMerge';
import { type Tree, withEntry } from './tree';

/** One entry of `patches` or of its older forms; returns the objects that are left. */
export function applyPatchEntry(
  step: Step,
  resources: Resource[],
  written: Patch & { form?: 'strategic' | 'json' },
  source: SourceRef,
): Resource[] {
  const patch = parsePatch(step, written, source);
  if (!patch) return resources;
  try {
    if (written.form && written.form !== patch.form) {
      throw new InputError('it is of the other form');
    }
    return patch.form === 'json'
      ? applyOperations(resources, written, patch.operations)
      : applyObjects(step, resources, written, patch.patches, source);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    step.refuse(
      'invalid-manifest',
      `A patch cannot be applied: ${error.message}.`,
      source,
      'Correct the patch.',
    );
    return resources;
  }
}

function applyOperations(
  resources: Resource[],
  { target, form }: Parameters<typeof applyPatchEntry>[2],
  operations: Parameters<typeof applyJsonPatch>[1],
): Resource[] {
  if (!target) throw new InputError('it has no target');
  for (const resource of selectTargets(resources, target)) {
    if (form === undefined) resource.remember();
    applyJsonPatch(resource, operations);
  }
  return resources;
}

function applyObjects(
  step: Step,
  resources: Resource[],
  { target, options }: Patch,
  patches: Tree[],
  source: SourceRef,
): Resource[] {
  const deleted = new Set<Resource>();
  const apply = (resource: Resource, patch: Tree) => {
    const patched = patchOne(resource, patch, options);
    if (patched) resource.change(patched);
    else deleted.add(resource);
  };
  if (target) {
    if (patches.length > 1) throw new InputError('it holds several objects');
    const targets = selectTargets(resources, target);
    const [patch] = patches.map(withoutEmptyLabels);
    if (patch) targets.forEach(resource => apply(resource, patch));
  } else {
    for (const patch of patches) {
      const key = idKey(idOf(patch));
      const found = resources.filter(
        resource =>
          !deleted.has(resource) &&
          [...resource.previousIds, resource.id].some(id => idKey(id) === key),
      );
      if (found.length === 1) {
        apply(found[0], patch);
        continue;
      }
      const { kind, name } = idOf(patch);
      step.refuse(
        'patch-without-target',
        `A patch is for ${kind} ${name}, and there ${found.length === 0 ? 'is none' : 'are several'}.`,
        source,
        'Correct its apiVersion, kind, name or namespace, or remove it.',
      );
    }
  }
  return deleted.size === 0
    ? resources
    : resources.filter(resource => !deleted.has(resource));
}

/** With a target, kustomize does not take `null` for all labels or annotations as removing them. */
function withoutEmptyLabels(patch: Tree): Tree {
  const { metadata } = patch;
  if (!isRecord(metadata)) return patch;
  const kept = Object.entries(metadata).filter(
    ([field, value]) =>
      value !== null || !['labels', 'annotations'].includes(field),
  );
  return { ...patch, metadata: Object.fromEntries(kept) };
}

/** A patch changes neither namespace nor, unless it may, name and kind. */
function patchOne(
  resource: Resource,
  patch: Tree,
  options: Patch['options'],
): Tree | undefined {
  const { value, id } = resource;
  if (options?.allowNameChange || options?.allowKindChange) resource.remember();
  const merged = strategicMerge(
    value,
    { ...patch, apiVersion: value.apiVersion },
    id,
  );
  if (!merged || !isRecord(merged.metadata) || !isRecord(value.metadata)) {
    return merged;
  }
  const name = options?.allowNameChange
    ? merged.metadata.name
    : value.metadata.name;
  const metadata = withEntry(
    withEntry(merged.metadata, 'name', name),
    'namespace',
    value.metadata.namespace,
  );
  return {
    ...merged,
    kind: options?.allowKindChange ? merged.kind : value.kind,
    metadata,
  };
}
