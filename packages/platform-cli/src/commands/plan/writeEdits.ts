import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { toError } from '@backstage/errors';
import type { FileEdit, Plan } from '@internal/gitops-model';
import { changedInIndex } from '../../clone/changedInIndex';
import { UnreadableError } from '../../UnreadableError';

/**
 * Puts a plan into the work tree of a clone: all of it, or nothing. Files are
 * replaced whole and keep their permissions; nothing is staged.
 *
 * @throws UnreadableError where a file differs from the plan's commit, or a
 *   path leads through a symbolic link or out of the work tree.
 */
export async function writeEdits(
  path: string,
  { commit, edits }: Pick<Plan, 'commit' | 'edits'>,
): Promise<void> {
  const top = realpathSync(resolve(path));
  if (!statOf(join(top, '.git'))) {
    throw new UnreadableError(
      `${path} has no work tree to write to: give the top directory of a clone.`,
    );
  }
  for (const edit of edits) refuseUnlikeCommit(top, edit);
  const paths = edits.map(edit => edit.path);
  const [staged] = await changedInIndex(top, commit, paths);
  if (staged !== undefined) throw changed(staged);
  const done: FileEdit[] = [];
  try {
    for (const edit of edits) {
      done.push(edit);
      write(top, edit.path, edit.kind === 'delete' ? undefined : edit.after);
    }
  } catch (error) {
    for (const edit of done.reverse()) {
      write(top, edit.path, edit.kind === 'create' ? undefined : edit.before);
    }
    throw new UnreadableError(`Nothing is written: ${toError(error).message}.`);
  }
}

function refuseUnlikeCommit(top: string, edit: FileEdit): void {
  const { path } = edit;
  const segments = path.split('/');
  const isPlain = segments.every(
    segment => !/^(\.{0,2}|\.git)$/i.test(segment) && !/[\\\0]/.test(segment),
  );
  if (!isPlain) {
    throw new UnreadableError(`${path} is no path of the work tree.`);
  }
  let place = top;
  for (const segment of segments.slice(0, -1)) {
    place = join(place, segment);
    const stats = statOf(place);
    if (stats && !stats.isDirectory()) {
      throw new UnreadableError(
        `${path} is not written: ${place} is no directory, or a symbolic link.`,
      );
    }
  }
  const file = join(top, path);
  const stats = statOf(file);
  if (edit.kind === 'create') {
    if (stats) throw changed(path);
    return;
  }
  if (!stats?.isFile() || readFileSync(file, 'utf8') !== edit.before) {
    throw changed(path);
  }
}

function changed(path: string): UnreadableError {
  return new UnreadableError(
    `${path} differs from HEAD: commit or put away what was changed there, and plan again.`,
  );
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Writes beside the file and renames, so that no file is ever half written. */
function write(top: string, path: string, text: string | undefined): void {
  const file = join(top, path);
  if (text === undefined) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const mode = statOf(file)?.mode;
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(beside, mode % 0o1000);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
