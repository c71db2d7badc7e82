import { parseYaml, type YamlDocument } from '../documents/parseYaml';
import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';
import { type JsonPatch, jsonPatchSchema } from './applyJsonPatch';
import type { Step } from './Step';
import type { Tree } from './tree';

export type ParsedPatch =
  | { form: 'strategic'; patches: Tree[] }
  | { form: 'json'; operations: JsonPatch };

/** A patch written in place or in a file; `undefined`, with a finding, where it is neither form. */
export function parsePatch(
  step: Step,
  written: { path?: string; patch?: string },
  source: SourceRef,
): ParsedPatch | undefined {
  const inline = written.patch?.trim();
  if (!inline === !written.path) {
    step.refuse(
      'invalid-manifest',
      'A patch needs exactly one of patch and path.',
      source,
    );
    return undefined;
  }
  const documents = inline
    ? parseInline(step, inline, source)
    : readPatchFile(step, written.path ?? '', source);
  if (!documents) return undefined;
  const values = documents.map(({ value }) => value);
  const [first] = values;
  if (values.length === 1 && Array.isArray(first)) {
    const operations = jsonPatchSchema.safeParse(first);
    if (operations.success) {
      return { form: 'json', operations: operations.data };
    }
  } else if (values.every(isObject)) {
    return { form: 'strategic', patches: values };
  }
  step.refuse(
    'invalid-manifest',
    'A patch is neither a list of JSON 6902 operations nor an object with kind and metadata.name.',
    source,
    'Complete it.',
  );
  return undefined;
}

function parseInline(
  step: Step,
  text: string,
  source: SourceRef,
): YamlDocument[] | undefined {
  const { documents, problems } = parseYaml(text);
  const [problem] = problems;
  if (!problem) return documents;
  step.refuse(
    'unreadable-file',
    `A patch is not valid YAML: ${problem.message}.`,
    source,
    'Correct it.',
  );
  return undefined;
}

function readPatchFile(
  step: Step,
  entry: string,
  source: SourceRef,
): YamlDocument[] | undefined {
  const path = step.pathOf(entry, source);
  if (path === undefined) return undefined;
  const { documents, complete } = step.reading.readYaml(path, source);
  if (complete) return documents;
  step.gathered.buildable = false;
  return undefined;
}

function isObject(value: unknown): value is Tree {
  return (
    isRecord(value) &&
    typeof value.kind === 'string' &&
    isRecord(value.metadata) &&
    (value.metadata.name ?? '') !== ''
  );
}
