import { parseDocument } from 'yaml';
import type { RepositoryTree } from '../render/RepositoryTree';
import type { Application, ApplicationSource } from './Application';

/** The values that a source gives its chart; the last file that is there, where several are named. */
export function readChartValues(
  application: Application,
  { helm }: ApplicationSource,
  tree: RepositoryTree,
): unknown {
  if (helm?.valuesObject !== undefined) {
    return helm.valuesObject;
  }
  const text =
    helm?.values ??
    helm?.valueFiles
      .map(file => tree.files.get(toPath(application, file) ?? ''))
      .findLast(content => content !== undefined);
  return text === undefined ? {} : parseDocument(text).toJS();
}

/** `$<ref>/<path>` → the path, if a source has the ref. */
function toPath({ sources }: Application, file: string): string | undefined {
  const [, ref, path] = /^\$([^/]+)\/(.+)$/.exec(file) ?? [];
  return sources.some(source => source.ref === ref) ? path : undefined;
}
