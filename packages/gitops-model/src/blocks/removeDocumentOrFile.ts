import type { Finding } from '../finding/Finding';
import { isOneApps } from '../profile/isOneApps';
import type { BlockContext } from './Block';
import { fileFinding } from './fileFinding';
import { removeListed } from './listedFile';
import type { DocumentPlace } from './workload';

/** Takes a document out of a file; where that is the app's and holds nothing else, the file and its line. */
export function removeDocumentOrFile(
  context: BlockContext,
  options: { file: string; list?: string },
  { file, index }: DocumentPlace,
): Finding[] {
  const { tree } = context;
  const isLast = tree
    .readYaml(file)
    .every((document, at) => at === index || document === null);
  return isLast && isOneApps(options.file)
    ? removeListed(context, file, options.list)
    : fileFinding(file, tree.removeYaml(file, index));
}
