import { directoryOf } from '../edit/directoryOf';
import type { Finding } from '../finding/Finding';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext } from './Block';
import { fileFinding } from './fileFinding';
import { kustomizationLine, linesIn } from './kustomizationLine';

/** Whether a file has its line; one that the profile has no list for needs none. */
export function isListed(
  context: BlockContext,
  file: string,
  list: string | undefined,
): boolean {
  return linesFor(context, file, list).every(
    options => kustomizationLine.find(context, options).length > 0,
  );
}

/** Gives a file its line in the kustomization that lists it, with those of its directory. */
export function listFile(
  context: BlockContext,
  file: string,
  list: string | undefined,
): Finding[] {
  if (isListed(context, file, list)) return [];
  return linesFor(context, file, list).flatMap(({ file: at, line }) => {
    const edit = {
      kind: 'insert-item',
      path: ['resources'],
      value: line,
      sorted: true,
      grouped: true,
    } as const;
    return fileFinding(at, context.tree.editYaml(at, edit));
  });
}

/** Takes a file out of the repository, and its line out of the list. */
export function removeListed(
  context: BlockContext,
  file: string,
  list: string | undefined,
): Finding[] {
  context.tree.remove(file);
  return linesFor(context, file, list).flatMap(options =>
    kustomizationLine.retire(context, options, 'listed'),
  );
}

function linesFor(
  context: BlockContext,
  file: string,
  list: string | undefined,
): BlockOptions<'kustomization-line'>[] {
  if (list === undefined) return [];
  const at = expandNames(list, context.names);
  const line = relativePath(directoryOf(at), file);
  const others = linesIn(context, at);
  const known = others.find(other => other.replace(/^(\.\/)+/, '') === line);
  const isDotted = others.some(other => other.startsWith('./'));
  const start = isDotted && !line.startsWith('../') ? './' : '';
  return [
    {
      block: 'kustomization-line',
      file: at,
      line: known ?? `${start}${line}`,
      sorted: true,
    },
  ];
}

function relativePath(directory: string, file: string): string {
  const from = directory === '' ? [] : directory.split('/');
  const to = file.split('/');
  const shared = from.findIndex((segment, at) => segment !== to[at]);
  const depth = shared === -1 ? from.length : shared;
  return [...from.slice(depth).map(() => '..'), ...to.slice(depth)].join('/');
}
