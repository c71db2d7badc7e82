import { valueAt } from '../edit/yaml/setValue';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { Finding } from '../finding/Finding';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { isRecord } from '../read/isRecord';
import type { BlockContext } from './Block';
import { fileFinding } from './fileFinding';

/** What the chart's keys are called in values that the portal writes. */
export const mainKey = 'app';

type Context = Pick<BlockContext, 'tree' | 'names'>;

/** Where the values of an app's release stand: a file of their own, or a key of another document. */
export type ValuesPlace = Pick<
  BlockOptions<'app-template' | 'app-template-route'>,
  'file' | 'at'
>;

/** The values of the app's release; empty where there are none. */
export function readValues(
  context: Context,
  place: ValuesPlace,
): Record<string, unknown> {
  const found = findDocument(context, place);
  const values = found && valueAt(found.document, place.at);
  return isRecord(values) ? values : {};
}

/**
 * Adds an entry to the values of the app's release, with every mapping and file
 * it lacks above it.
 *
 * @param options - `after` is the entry that the new one stands behind, if it is there
 */
export function addValue(
  context: Context,
  place: ValuesPlace,
  path: readonly string[],
  value: YamlValue,
  { after }: { after?: string } = {},
): Finding[] {
  const file = expandNames(place.file, context.names);
  const found = findDocument(context, place);
  if (!found) {
    return fileFinding(
      file,
      place.at.length === 0
        ? context.tree.createYaml(file, nest(path, value))
        : { ok: false, reason: `it has no ${place.at.join('.')} to write to` },
    );
  }
  const full = [...place.at, ...path];
  const depth = full.findIndex(
    (_key, at) => valueAt(found.document, full.slice(0, at + 1)) === undefined,
  );
  if (depth === -1) {
    const reason = `it says ${path.join('.')} already`;
    return fileFinding(file, { ok: false, reason });
  }
  const outcome = context.tree.editYaml(
    file,
    {
      kind: 'insert-entry',
      path: full.slice(0, depth),
      key: full[depth],
      value: nest(full.slice(depth + 1), value),
      after: hasSibling(found.document, full.slice(0, depth), after)
        ? after
        : undefined,
    },
    found.index,
  );
  return fileFinding(file, outcome);
}

/** Adds an item to a list of the values; the list is made where only it is missing. */
export function addValueItem(
  context: Context,
  place: ValuesPlace,
  path: readonly (string | number)[],
  value: YamlValue,
): Finding[] {
  const file = expandNames(place.file, context.names);
  const outcome = context.tree.editYaml(
    file,
    { kind: 'insert-item', path: [...place.at, ...path], value },
    findDocument(context, place)?.index,
  );
  return fileFinding(file, outcome);
}

function findDocument({ tree, names }: Context, { file, at }: ValuesPlace) {
  const documents = tree
    .readYaml(expandNames(file, names))
    .map((document, index) => ({ document, index }));
  const holding = (path: readonly string[]) =>
    documents.find(({ document }) => isRecord(valueAt(document, path)));
  return holding(at) ?? holding(at.slice(0, -1));
}

function hasSibling(
  document: unknown,
  path: readonly string[],
  key: string | undefined,
): boolean {
  const parent = valueAt(document, path);
  return key !== undefined && isRecord(parent) && Object.hasOwn(parent, key);
}

function nest(path: readonly string[], value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>((inner, key) => ({ [key]: inner }), value);
}
