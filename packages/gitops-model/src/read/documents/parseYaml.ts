import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import { isRecord } from '../isRecord';
import { readLimits } from '../readLimits';

/** The YAML documents of one file, good and bad ones told apart. */
export interface ParsedYaml {
  documents: YamlDocument[];
  problems: YamlProblem[];
}

export interface YamlDocument {
  /** Plain JavaScript. The values of plain Secrets are left out. */
  value: unknown;
  /** 1-based; of the document's first key. */
  line: number;
  /** 1-based; of a mapping or list within the document. */
  lines: WeakMap<object, number>;
  /** 1-based; where the text of a block scalar starts, by mapping and key. */
  textLines: WeakMap<object, Record<string, number>>;
}

export interface YamlProblem {
  message: string;
  line: number;
}

/** In place of messages that quote the file: a value that starts with `*` or `!` may be a password. */
const quoting: Partial<Record<string, string>> = {
  BAD_ALIAS: 'an alias names no anchor before it',
  TAG_RESOLVE_FAILED: 'a tag is not known',
};

/** Never throws: what cannot be parsed is a problem, and the other documents stay. */
export function parseYaml(text: string): ParsedYaml {
  const lineCounter = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      merge: true,
      // Compares every key with every other; it is looked after below.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    return convert('empty' in parsed ? [] : parsed, lineCounter);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      documents: [],
      problems: [{ message: 'it is nested too deeply', line: 1 }],
    };
  }
}

function convert(parsed: Document[], lineCounter: LineCounter): ParsedYaml {
  const documents: YamlDocument[] = [];
  const problems: YamlProblem[] = [];
  const lineAt = (offset: number) => lineCounter.linePos(offset).line || 1;
  for (const document of parsed) {
    const { contents, errors } = document;
    const line = lineAt(contents?.range?.[0] ?? 0);
    if (documents.length === readLimits.documentsPerFile) {
      problems.push({
        message: `it holds more than ${readLimits.documentsPerFile} documents; the rest is not read`,
        line,
      });
      break;
    }
    if (errors.length > 0) {
      const [{ code, message, pos }] = errors;
      problems.push({
        message: quoting[code] ?? message,
        line: lineAt(pos[0]),
      });
      continue;
    }
    if (contents === null || (isScalar(contents) && contents.value === null)) {
      continue;
    }
    const { duplicate, aliases } = inspectNodes(contents);
    if (duplicate !== undefined) {
      problems.push({
        message: 'a mapping has a key twice',
        line: lineAt(duplicate),
      });
      continue;
    }
    if (aliases > readLimits.aliases) {
      problems.push({
        message: `it uses more than ${readLimits.aliases} aliases`,
        line,
      });
      continue;
    }
    try {
      const value: unknown = document.toJS({
        maxAliasCount: readLimits.aliases,
      });
      const lines = new WeakMap<object, number>();
      const textLines = new WeakMap<object, Record<string, number>>();
      recordLines(contents, value, { lines, textLines, lineAt });
      documents.push({ value: withoutSecrets(value), line, lines, textLines });
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      problems.push({
        message: 'it uses aliases that are unknown, or too many',
        line,
      });
    }
  }
  return { documents, problems };
}

/** Offset of the first key that its mapping has already, and how many aliases are used. */
function inspectNodes(root: Node): { duplicate?: number; aliases: number } {
  let aliases = 0;
  const open: (Node | null)[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isAlias(node)) aliases += 1;
    if (isSeq<Node>(node)) open.push(...node.items);
    if (!isMap<Node, Node | null>(node)) continue;
    const keys = new Set<unknown>();
    for (const { key, value } of node.items) {
      open.push(key, value);
      if (!isScalar(key) || key.value === '<<') continue;
      if (keys.has(key.value)) {
        return { duplicate: key.range?.[0] ?? 0, aliases };
      }
      keys.add(key.value);
    }
  }
  return { aliases };
}

function recordLines(
  node: Node | null,
  value: unknown,
  to: Pick<YamlDocument, 'lines' | 'textLines'> & {
    lineAt(offset: number): number;
  },
): void {
  if (node === null || isAlias(node) || !node.range) return;
  if (isSeq<Node>(node) && Array.isArray(value)) {
    to.lines.set(value, to.lineAt(node.range[0]));
    node.items.forEach((item, index) => recordLines(item, value[index], to));
  } else if (isMap<Node, Node | null>(node) && isRecord(value)) {
    to.lines.set(value, to.lineAt(node.range[0]));
    for (const { key, value: child } of node.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      recordLines(child, value[name], to);
      if (isScalar(child) && child.type?.startsWith('BLOCK') && child.range) {
        const texts = to.textLines.get(value) ?? {};
        texts[name] = to.lineAt(child.range[0]) + 1;
        to.textLines.set(value, texts);
      }
    }
  }
}

/** Values of plain Secrets are dropped where they are parsed, so that nothing can show them. */
function withoutSecrets(value: unknown): unknown {
  if (!isRecord(value)) return value;
  if (value.kind === 'Secret') {
    delete value.data;
    delete value.stringData;
  }
  if (Array.isArray(value.items)) value.items.forEach(withoutSecrets);
  return value;
}
