import { posix } from 'node:path';
import type { Manifest } from '../kubernetes/KubernetesObject';
import { readManifests } from './readManifests';
import { listBelow, type RepositoryTree } from './RepositoryTree';

/** The manifests of a plain folder; `include` and `exclude` are globs over the path within it. */
export function renderDirectory(
  tree: RepositoryTree,
  folder: string,
  directory: { recurse?: boolean; include?: string; exclude?: string } = {},
): Manifest[] {
  const { recurse = false, include = '', exclude = '' } = directory;
  const included = include === '' ? undefined : toPattern(include);
  const excluded = exclude === '' ? undefined : toPattern(exclude);
  return listBelow(tree, folder)
    .filter(
      path =>
        /\.(ya?ml|json)$/.test(path) &&
        (recurse || !path.includes('/')) &&
        included?.test(path) !== false &&
        excluded?.test(path) !== true,
    )
    .flatMap(path => {
      const full = posix.join(folder, path);
      return readManifests(full, tree.files.get(full) ?? '');
    });
}

/** A glob with `*`, `**`, `?` and `{a,b}`, as Argo CD reads it. */
function toPattern(glob: string): RegExp {
  const tokens = glob.match(/\*\*|[\s\S]/g) ?? [];
  const source = tokens
    .map(token => {
      switch (token) {
        case '**':
        case '*':
          return '.*';
        case '?':
          return '.';
        case '{':
          return '(?:';
        case '}':
          return ')';
        case ',':
          return '|';
        default:
          return token.replace(/[.+^$()|[\]\\]/, '\\$&');
      }
    })
    .join('');
  return new RegExp(`^${source}$`);
}
