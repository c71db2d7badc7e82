import { isMap, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Finding } from '../../finding/Finding';
import type { FileEdit } from '../../plan/Plan';
import {
  hasSecretShape,
  looksLikeSecret,
  namesSecret,
} from '../looksLikeSecret';
import { isYamlFile } from '../readManifests';
import type { Change } from './Change';

type Written = Exclude<FileEdit, { kind: 'delete' }>;

/** Files whose texts are random without being secret. */
const generated =
  /(^|\/)(\.terraform\.lock\.hcl|[^/]*\.lock|package-lock\.json|go\.sum)$/;
const encrypted = /\bENC\[AES256_GCM|^\s*"?sops"?:|\bkind:\s*SealedSecret\b/m;
const fix =
  'Put it into the secret store, replace it there if it was in use, and let the app read it by its key.';

/**
 * Lines and values that a change brings and that look like secrets, in every
 * file. What is said never repeats them.
 */
export function checkPlainTexts({ edits }: Pick<Change, 'edits'>): Finding[] {
  return edits.flatMap(edit => {
    if (edit.kind === 'delete') return [];
    if (generated.test(edit.path) || encrypted.test(edit.after)) return [];
    const before = new Set(
      edit.kind === 'change'
        ? edit.before.split('\n').map(line => line.trim())
        : [],
    );
    const lines = edit.after.split('\n').map(line => line.trim());
    const isNew = (line: number) => !before.has(lines[line - 1]);
    const byShape = lines.flatMap((text, index) =>
      isNew(index + 1) && looksLikeSecret(text)
        ? [said(edit, index + 1, hasSecretShape(text) ? 'error' : 'warning')]
        : [],
    );
    const byName = isYamlFile(edit.path)
      ? linesOfNamed(edit.after)
          .filter(isNew)
          .map(line => said(edit, line, 'error'))
      : [];
    const seen = new Set<number | undefined>();
    return [...byName, ...byShape].filter(({ line }) => {
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    });
  });
}

function said(
  { path }: Written,
  line: number,
  severity: Finding['severity'],
): Finding {
  return {
    code: 'plain-secret-value',
    severity,
    message:
      severity === 'error'
        ? 'A password, token or key stands here for all to read.'
        : 'This looks as random as a password, token or key does.',
    fix,
    file: path,
    line,
  };
}

/** Lines of values whose variable is named like a secret, and of Secrets in plain text. */
function linesOfNamed(text: string): number[] {
  const lineCounter = new LineCounter();
  const found: number[] = [];
  let documents;
  try {
    documents = parseAllDocuments(text, {
      lineCounter,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch {
    // Nested too deeply, which is said elsewhere.
    return [];
  }
  for (const document of documents) {
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || typeof key.value !== 'string' || !isPlain(value))
          return;
        const isVariable = /^[A-Z][A-Z0-9_]*$/.test(key.value);
        if (isVariable && namesSecret(key.value)) {
          found.push(lineCounter.linePos(key.range?.[0] ?? 0).line);
        }
      },
      Map(_, node) {
        const name: unknown = node.get('name');
        if (
          typeof name === 'string' &&
          namesSecret(name) &&
          isPlain(node.get('value', true))
        ) {
          found.push(
            lineCounter.linePos(node.get('value', true)?.range?.[0] ?? 0).line,
          );
        }
        if (node.get('kind') !== 'Secret') return;
        for (const field of ['data', 'stringData']) {
          const values: unknown = node.get(field, true);
          if (!isMap(values)) continue;
          for (const { key, value } of values.items) {
            if (isScalar(key) && isPlain(value)) {
              found.push(lineCounter.linePos(key.range?.[0] ?? 0).line);
            }
          }
        }
      },
    });
  }
  return found;
}

/** A text that stands for itself: no variable, and no place in a file or store. */
function isPlain(node: unknown): boolean {
  return (
    isScalar(node) &&
    typeof node.value === 'string' &&
    node.value !== '' &&
    !/\$\{|\$\(|\{\{|^<[^>]*>$|^\/[\w./-]+$|^(ref\+|vault:|op:\/\/)/.test(
      node.value,
    )
  );
}
