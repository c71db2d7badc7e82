import { parse as parseHcl } from '@cdktf/hcl2json';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import type { BlockContext } from '../../blocks/Block';
import { checkPlanBoundary } from '../../checks/checkPlanBoundary';
import type { Operation } from '../../operation/Operation';
import type { Plan } from '../../plan/Plan';
import { isRecord } from '../../read/isRecord';
import { type HostileClass, hostileClasses } from './hostileClasses';

/** A place of a request that takes a text. */
export interface HostileField {
  /** Puts a text there; the last operation has it. */
  change: (value: string) => Operation[];
  /** One that is let in. */
  benign: string;
}

/** A platform under attack. */
export interface HostilePlatform {
  /** What is refused unless it has a certain form. */
  fields: Record<string, HostileField>;
  /** What may be any text. */
  texts: Record<string, (value: string) => Operation[]>;
  /** Where apps of the requests may write. */
  places: BlockContext[];
  plan: (operations: Operation[]) => Plan;
  /** The platform's own names in the place of those of edgit-k8s. */
  adapt?: (value: string) => string;
  /** Texts that this platform refuses besides. */
  refusesText?: (value: string, field: string) => boolean;
  /** Values of the platform's own. */
  more?: HostileClass[];
}

export interface HostileCase {
  title: string;
  value: string;
  change: (value: string) => Operation[];
  refused: boolean;
}

/** Every value in every field and text of the platform. */
export function hostileCases({
  fields,
  texts,
  adapt = value => value,
  refusesText = () => false,
  more = [],
}: HostilePlatform): HostileCase[] {
  return [...hostileClasses, ...more].flatMap(
    ({ name, values, into, refusedInText = false }) =>
      values.map(adapt).flatMap((value, at) => {
        const titled = (field: string) =>
          `${name} #${at + 1} in ${field}: ${JSON.stringify(value.slice(0, 30))}`;
        return [
          ...into
            .filter(field => Object.hasOwn(fields, field))
            .map(field => ({
              title: titled(field),
              value,
              change: fields[field].change,
              refused: true,
            })),
          ...Object.entries(texts).map(([field, change]) => ({
            title: titled(field),
            value,
            change,
            refused: refusedInText || refusesText(value, field),
          })),
        ];
      }),
  );
}

/** Holds that a value is refused, or stands where any text would and nowhere else. */
export async function expectHarmless(
  { plan, places }: HostilePlatform,
  { value, change, refused }: HostileCase,
): Promise<void> {
  const planned = plan(change(value));
  const errors = planned.findings.filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.length > 0).toBe(refused);
  for (const { message, fix } of planned.findings) {
    expect(message.length).toBeLessThan(400);
    expect(fix).toBeTruthy();
    expect(`${message}${fix}`).not.toMatch(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/,
    );
  }
  expect(checkPlanBoundary(planned.edits, places)).toEqual([]);
  const data = await readEdits(planned);
  const benign = 'A plain and harmless text';
  const isWhole = errors.some(({ code }) => code === 'request-too-large');
  const others = isWhole ? [] : change(value).slice(0, -1);
  // A refused operation leaves what the others write; a text that is let in
  // stands where any text would, and nowhere else.
  const expected = plan(refused ? others : change(benign));
  expect(withText(data, value, benign)).toEqual(
    withText(await readEdits(expected), value, benign),
  );
}

/** Everything a plan writes, as data of two YAML parsers and one for HCL, also where a ConfigMap holds it as a text. */
async function readEdits({ edits }: Plan): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  for (const edit of edits) {
    const after = edit.kind === 'delete' ? '' : edit.after;
    if (edit.path.endsWith('.tf')) {
      data[edit.path] = await parseHcl(edit.path, after);
      continue;
    }
    data[edit.path] = readYaml(after).map(document =>
      isRecord(document) && document.kind === 'ConfigMap'
        ? { ...document, data: textsOf(document.data) }
        : document,
    );
  }
  return data;
}

function readYaml(text: string): unknown[] {
  const documents = parseAllDocuments(text).map(document => document.toJS());
  expect(loadAll(text)).toEqual(documents);
  return documents;
}

function textsOf(data: unknown): [string, unknown][] {
  return Object.entries(isRecord(data) ? data : {}).map(([key, text]) => [
    key,
    typeof text === 'string' ? readYaml(text) : text,
  ]);
}

/** The same data with one text for another, wherever it is a whole value or key. */
function withText(data: unknown, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(data), (_key, part: unknown) => {
    if (part === from) return to;
    return isRecord(part) && Object.hasOwn(part, from)
      ? Object.fromEntries(
          Object.entries(part).map(([key, value]) => [
            key === from ? to : key,
            value,
          ]),
        )
      : part;
  });
}
