import type { YamlDocument } from '../documents/parseYaml';
import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import type { SourceRef } from '../RepositoryModel';
import {
  effectiveNamespace,
  groupVersionOf,
  idOf,
  type ResourceId,
} from './ResourceId';
import type { Tree } from './tree';

/** One object on its way through a build. Its value is replaced, never changed in place. */
export class Resource {
  readonly source: SourceRef;
  readonly document: YamlDocument;
  readonly dataSources: Manifest['dataSources'];
  /** Gets a hash of its content behind its name. */
  hashed: boolean;
  /** Made by a generator, with the values of a Secret. */
  readonly generated: boolean;
  prefixes: string[] = [];
  suffixes: string[] = [];
  #value: Tree;
  #previous: { kind: string; namespace: string; name: string }[] = [];

  constructor(
    value: Tree,
    from: Pick<Manifest, 'source' | 'document' | 'dataSources'>,
    options: { hashed: boolean; generated: boolean } = {
      hashed: false,
      generated: false,
    },
  ) {
    this.#value = value;
    this.source = from.source;
    this.document = from.document;
    this.dataSources = from.dataSources;
    this.hashed = options.hashed;
    this.generated = options.generated;
  }

  get value(): Tree {
    return this.#value;
  }

  change(value: unknown): void {
    if (value === this.#value || !isRecord(value)) return;
    keepLines(this.document, this.#value, value);
    this.#value = value;
  }

  get id(): ResourceId {
    return idOf(this.#value);
  }

  get originalId(): ResourceId {
    return this.previousIds[0] ?? this.id;
  }

  get previousIds(): ResourceId[] {
    const type = groupVersionOf(this.#value);
    return this.#previous.map(previous => ({ ...type, ...previous }));
  }

  /** Keeps what it is called now as a name it can be found by. */
  remember(): void {
    const { id } = this;
    this.#previous.push({
      kind: id.kind,
      namespace: effectiveNamespace(id),
      name: id.name,
    });
  }

  /** Takes over the names of the object it replaces. */
  succeed(other: Resource): void {
    this.#previous = [...other.#previous];
    this.prefixes = [...other.prefixes];
    this.suffixes = [...other.suffixes];
  }
}

/** Gives the copies of mappings and lists the lines of what they were copied from. */
function keepLines(
  document: YamlDocument,
  before: unknown,
  after: unknown,
): void {
  if (before === after || !isObject(before) || !isObject(after)) return;
  if (Array.isArray(before) !== Array.isArray(after)) return;
  if (Array.isArray(before) && before.length !== Object.keys(after).length) {
    return;
  }
  const line = document.lines.get(before);
  if (line !== undefined && !document.lines.has(after)) {
    document.lines.set(after, line);
    const texts = document.textLines.get(before);
    if (texts) document.textLines.set(after, texts);
  }
  for (const [key, value] of Object.entries(after)) {
    if (Object.hasOwn(before, key)) {
      keepLines(document, Reflect.get(before, key), value);
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
