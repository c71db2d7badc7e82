import { InputError } from '@backstage/errors';
import { parseYaml } from '../documents/parseYaml';
import type { SourceRef } from '../RepositoryModel';
import { changeFieldPath, lookUp } from './fieldPath';
import { isOfType } from './FieldSpec';
import {
  type FieldOptions,
  type Replacement,
  replacementSchema,
} from './kustomizationSchema';
import { toPattern } from './matchesSelector';
import type { Resource } from './Resource';
import { effectiveNamespace } from './ResourceId';
import type { Step } from './Step';

/** One entry of `replacements`: copies the value of a field into others. */
export function applyReplacement(
  step: Step,
  resources: readonly Resource[],
  written: Replacement,
  source: SourceRef,
): void {
  try {
    for (const replacement of resolve(step, written, source)) {
      const value = sourceValue(resources, replacement);
      for (const target of replacement.targets) {
        replaceIn(resources, value, target);
      }
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    step.refuse(
      'invalid-manifest',
      `A replacement cannot be made: ${error.message}.`,
      source,
      'Correct the replacement.',
    );
  }
}

function resolve(
  step: Step,
  written: Replacement,
  source: SourceRef,
): Replacement[] {
  if (written.path === undefined) return [written];
  const text = step.readText(written.path, source);
  if (text === undefined) return [];
  const { documents, problems } = parseYaml(text);
  if (problems.length > 0) throw new InputError('its file is not valid YAML');
  const value = documents[0]?.value;
  const parsed = replacementSchema
    .array()
    .safeParse(Array.isArray(value) ? value : [value]);
  if (!parsed.success) throw new InputError('its file is not valid');
  return parsed.data;
}

function sourceValue(
  resources: readonly Resource[],
  { source, sourceValue: given, targets }: Replacement,
): unknown {
  if (!source === (given === undefined) || targets.length === 0) {
    throw new InputError('it needs one source and a target');
  }
  if (!source) return given;
  const found = resources.filter(resource =>
    [resource.id, ...resource.previousIds].some(
      id =>
        isOfType(id, source) &&
        (!source.name || source.name === id.name) &&
        (!source.namespace ||
          effectiveNamespace({ ...id, namespace: source.namespace }) ===
            effectiveNamespace(id)),
    ),
  );
  if (found.length !== 1) {
    throw new InputError(
      `its source is ${found.length === 0 ? 'not there' : 'not a single object'}`,
    );
  }
  const value = lookUp(found[0].value, source.fieldPath);
  if (value === undefined || value === null || value === '') {
    throw new InputError(`its source has no ${source.fieldPath}`);
  }
  if (!source.options?.delimiter) return value;
  const part = String(value).split(source.options.delimiter)[
    source.options.index
  ];
  if (part === undefined) throw new InputError('its source has no such part');
  return part;
}

function replaceIn(
  resources: readonly Resource[],
  value: unknown,
  { select, reject, fieldPaths, options }: Replacement['targets'][number],
): void {
  const pattern = toPattern(select);
  const rejected = reject.map(selector => ({
    hasLabels: Boolean(selector.labelSelector || selector.annotationSelector),
    hasId: Boolean(
      selector.group ||
      selector.version ||
      selector.kind ||
      selector.name ||
      selector.namespace,
    ),
    pattern: toPattern(selector),
  }));
  for (const resource of resources) {
    const ids = [resource.id, ...resource.previousIds];
    const selects = (by: typeof pattern) =>
      ids.some(
        id =>
          by.matchesType(id) &&
          by.matchesName(id.name) &&
          by.matchesNamespace(id.namespace),
      );
    const isRejected = rejected.some(
      each =>
        (each.hasLabels && each.pattern.matchesLabels(resource)) ||
        (each.hasId && selects(each.pattern)),
    );
    if (isRejected || !pattern.matchesLabels(resource) || !selects(pattern)) {
      continue;
    }
    const paths = fieldPaths.length === 0 ? ['metadata.name'] : fieldPaths;
    for (const path of paths) {
      if (isLeftOut(resource, path)) continue;
      resource.change(
        changeFieldPath(
          resource.value,
          path,
          found => replaced(found, value, options),
          options?.create ?? false,
        ),
      );
    }
  }
}

function replaced(
  found: unknown,
  value: unknown,
  options: FieldOptions | undefined,
): unknown {
  if (options?.delimiter) {
    const parts = String(found ?? '').split(options.delimiter);
    if (options.index < 0) parts.unshift(String(value));
    else if (options.index >= parts.length) parts.push(String(value));
    else parts[options.index] = String(value);
    return parts.join(options.delimiter);
  }
  return typeof found === 'string' ? String(value) : value;
}

/** The values of a Secret are never read. */
function isLeftOut(resource: Resource, path: string): boolean {
  return (
    resource.value.kind === 'Secret' &&
    !resource.generated &&
    /^(data|stringData)\b/.test(path)
  );
}
