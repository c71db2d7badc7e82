import type { FileEdit } from '@internal/gitops-model';

export interface Author {
  name: string;
  email: string;
}

/** One commit as the stream `git fast-import` reads; files keep their mode. */
export function toFastImport(commit: {
  ref: string;
  parent: string;
  author: Author;
  message: string;
  edits: FileEdit[];
  /** Path → mode, of files that exist. */
  modes: Map<string, string>;
}): string {
  const { author, edits, modes } = commit;
  const who = `${identityText(author.name)} <${identityText(author.email)}>`;
  const now = Math.floor(Date.now() / 1000);
  return [
    `commit ${commit.ref}\n`,
    `committer ${who} ${now} +0000\n`,
    data(commit.message),
    `from ${commit.parent}\n`,
    ...edits.map(edit =>
      edit.kind === 'delete'
        ? `D ${quotePath(edit.path)}\n`
        : `M ${modes.get(edit.path) ?? '100644'} inline ${quotePath(edit.path)}\n${data(edit.after)}`,
    ),
    'done\n',
  ].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quotePath(path: string): string {
  const escaped = path
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/** What Git leaves out of names and addresses itself. */
function identityText(text: string): string {
  return text.replace(/[<>\p{C}]/gu, '').trim() || 'portal';
}
