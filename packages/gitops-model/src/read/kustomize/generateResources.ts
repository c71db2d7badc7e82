import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';
import type { Generator, KustomizationFile } from './kustomizationSchema';
import type { ReadKustomization } from './readKustomization';
import { mergeOptions, readKeyValues } from './readKeyValues';
import { Resource } from './Resource';
import { idKey } from './ResourceId';
import type { Step } from './Step';
import type { Tree } from './tree';

/** `configMapGenerator` and `secretGenerator`, on top of the objects there are. */
export function generateResources(
  step: Step,
  {
    kustomization,
    lineOf,
  }: Pick<ReadKustomization, 'kustomization' | 'lineOf'>,
  resources: Resource[],
): Resource[] {
  let all = resources;
  kustomization.configMapGenerator.forEach((generator, index) => {
    const source = lineOf('configMapGenerator', index);
    const typed = { ...generator, type: '' };
    const made = generate(step, 'ConfigMap', typed, kustomization, source);
    if (made) all = absorb(step, all, made, generator.behavior);
  });
  kustomization.secretGenerator.forEach((generator, index) => {
    const source = lineOf('secretGenerator', index);
    const made = generate(step, 'Secret', generator, kustomization, source);
    if (made) all = absorb(step, all, made, generator.behavior);
  });
  return all;
}

function generate(
  step: Step,
  kind: 'ConfigMap' | 'Secret',
  generator: Generator,
  { generatorOptions }: KustomizationFile,
  source: SourceRef,
): Resource | undefined {
  if (generator.name === '') {
    step.refuse(
      'invalid-manifest',
      `A generated ${kind} has no name.`,
      source,
      'Give it a name.',
    );
    return undefined;
  }
  const options = mergeOptions(generator.options, generatorOptions);
  const { entries, complete } = readKeyValues(step, generator, source);
  const hashed = !options.disableNameSuffixHash;
  if (hashed && !complete) {
    step.leaveOut(
      `The ${kind} ${generator.name} is made of a file that is no text; the portal does not know the end of its name.`,
      source,
    );
  }
  const value: Tree = {
    apiVersion: 'v1',
    kind,
    metadata: {
      name: generator.name,
      ...(generator.namespace ? { namespace: generator.namespace } : {}),
      ...present('labels', options.labels),
      ...present('annotations', options.annotations),
    },
    ...(kind === 'Secret' ? { type: generator.type || 'Opaque' } : {}),
    ...(kind === 'Secret' || entries.length > 0
      ? {
          data: Object.fromEntries(
            entries.map(entry => [
              entry.key,
              kind === 'Secret' ? toBase64Lines(entry.value) : entry.value,
            ]),
          ),
        }
      : {}),
    ...(options.immutable ? { immutable: true } : {}),
  };
  const lines = new WeakMap([[value, source.line]]);
  return new Resource(
    value,
    {
      source,
      document: { value, line: source.line, lines, textLines: new WeakMap() },
      dataSources: Object.fromEntries(
        entries.map(entry => [entry.key, entry.source]),
      ),
    },
    { hashed: hashed && complete, generated: true },
  );
}

function absorb(
  step: Step,
  resources: Resource[],
  made: Resource,
  behavior: string | null | undefined,
): Resource[] {
  const key = idKey(made.id);
  const matches = resources.filter(resource =>
    [...resource.previousIds, resource.id].some(id => idKey(id) === key),
  );
  const { kind, name } = made.id;
  const merges = behavior === 'merge' || behavior === 'replace';
  if (matches.length === 0) {
    if (!merges) return [...resources, made];
    step.refuse(
      'patch-without-target',
      `There is no ${kind} ${name} to ${behavior}.`,
      made.source,
      'Correct the name, or create it.',
    );
    return resources;
  }
  if (matches.length > 1 || !merges) {
    step.refuse(
      'duplicate-resource',
      `The ${kind} ${name} is there already; kustomize refuses that.`,
      made.source,
      'Rename one of the two, or set the behavior to merge or replace.',
    );
    return resources;
  }
  const [old] = matches;
  made.succeed(old);
  made.hashed &&= old.hashed;
  made.change(combine(old.value, made.value, behavior === 'merge'));
  return resources.map(resource => (resource === old ? made : resource));
}

function combine(old: Tree, made: Tree, merge: boolean): Tree {
  const before = isRecord(old.metadata) ? old.metadata : {};
  const after = isRecord(made.metadata) ? made.metadata : {};
  return {
    ...made,
    metadata: {
      name: before.name,
      ...(before.namespace ? { namespace: before.namespace } : {}),
      ...present('labels', {
        ...record(before.labels),
        ...record(after.labels),
      }),
      ...present('annotations', {
        ...record(before.annotations),
        ...record(after.annotations),
      }),
    },
    ...(merge
      ? {
          ...present('data', { ...record(old.data), ...record(made.data) }),
          ...present('binaryData', record(old.binaryData)),
        }
      : {}),
  };
}

function record(value: unknown): Tree {
  return isRecord(value) ? value : {};
}

function present(field: string, value: Tree): Tree {
  return Object.keys(value).length === 0 ? {} : { [field]: value };
}

/** Kustomize breaks long values after 70 characters. */
function toBase64Lines(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const encoded = btoa(
    Array.from(bytes, byte => String.fromCharCode(byte)).join(''),
  );
  if (encoded.length < 70) return encoded;
  return encoded.replace(/.{1,70}/g, '$&\n');
}
