import { randomUUID } from 'node:crypto';
import { isTreePath } from './gitNames';
import { runGit, runGitText } from './runGit';

export interface Author {
  name: string;
  email: string;
  date: Date;
}

export interface CommitRequest {
  author: Author;
  /** Who put it there, when that is not the author. */
  committer?: Author;
  message: string;
  files: Record<string, FileChange>;
  /** Further parents, for a merge. */
  mergedParents?: string[];
}

/** New content, null to delete the file, or a blob that the repository has already. */
export type FileChange = string | Buffer | null | { oid: string; mode: string };

/** A path that Git would not take into a tree. */
export class TreePathError extends Error {
  constructor(readonly path: string) {
    super(`Git takes no such path: ${JSON.stringify(path)}`);
    this.name = 'TreePathError';
  }
}

/** Writes one commit with the parent's files and the changes; moves no branch. */
export async function writeCommit(
  gitDir: string,
  parent: string | undefined,
  request: CommitRequest,
): Promise<string> {
  const paths = Object.keys(request.files);
  const refused = paths.find(path => !isTreePath(path));
  if (refused !== undefined) {
    throw new TreePathError(refused);
  }
  const ref = `refs/sandbox/${randomUUID()}`;
  const chunks: (string | Buffer)[] = [`commit ${ref}\n`];
  chunks.push(`author ${toIdentity(request.author)}\n`);
  chunks.push(`committer ${toIdentity(request.committer ?? request.author)}\n`);
  chunks.push(...toData(request.message));
  if (parent !== undefined) {
    chunks.push(`from ${parent}\n`);
  }
  for (const merged of request.mergedParents ?? []) {
    chunks.push(`merge ${merged}\n`);
  }
  for (const [path, content] of Object.entries(request.files)) {
    if (content === null) {
      chunks.push(`D ${toQuotedPath(path)}\n`);
    } else if (typeof content === 'object' && 'oid' in content) {
      chunks.push(`M ${content.mode} ${content.oid} ${toQuotedPath(path)}\n`);
    } else {
      chunks.push(`M 100644 inline ${toQuotedPath(path)}\n`);
      chunks.push(...toData(content));
    }
  }
  await runGit(
    gitDir,
    ['fast-import', '--quiet', '--date-format=raw'],
    Buffer.concat(chunks.map(chunk => Buffer.from(chunk))),
  );
  const oid = await runGitText(gitDir, ['rev-parse', ref]);
  await runGit(gitDir, ['update-ref', '-d', ref, oid]);
  return oid;
}

function toIdentity({ name, email, date }: Author): string {
  const clean = (text: string) => text.replace(/[<>\n\r\0]/g, '').trim();
  return `${clean(name)} <${clean(email)}> ${Math.floor(
    date.getTime() / 1000,
  )} +0000`;
}

function toData(content: string | Buffer): (string | Buffer)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

function toQuotedPath(path: string): string {
  return `"${path
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')}"`;
}
