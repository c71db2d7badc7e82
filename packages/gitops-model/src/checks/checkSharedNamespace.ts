import type { BlockContext } from '../blocks/Block';
import { namespace } from '../blocks/namespace';
import { pullSecret } from '../blocks/pullSecret';
import { sharedDocuments } from '../blocks/sharedDocuments';
import type { Finding } from '../finding/Finding';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import { ownsNamespace } from '../profile/ownsNamespace';
import { refusal } from './refusal';

/** What lies in the app's directory goes with it, and all that lies in a Namespace with that. */
export function checkSharedNamespace({
  tree,
  names,
  neighbours,
}: BlockContext): Finding[] {
  if (neighbours.length === 0) return [];
  return tree
    .listBelow(names.directory)
    .filter(
      file =>
        sharedDocuments({ tree }, file, 'Namespace', names.namespace).length >
        0,
    )
    .map(file =>
      refusal('layout-unsupported', {
        message: `The Namespace ${names.namespace} of ${file} would go with ${names.unit}, and so would what lies in it of ${neighbours.join(', ')}.`,
        fix: 'Move those apps to namespaces of their own first, or the Namespace out of the directory of the app.',
        field: 'app',
        file,
      }),
    );
}

/** What the app has brought for itself that other apps of its namespace have come to need. */
export function listShared(at: BlockContext): { what: string; then: string }[] {
  const { profile, layout, names, neighbours } = at;
  if (!ownsNamespace(layout, names) || neighbours.length === 0) return [];
  const isElsewhere = ({ file }: { file: string }) =>
    !expandNames(file, names).startsWith(`${names.directory}/`);
  const then = `Take it out by hand when ${neighbours.join(', ')} can do without.`;
  return [
    ...blockOptions(profile, layout, 'namespace')
      .filter(isElsewhere)
      .flatMap(options => namespace.find(at, options))
      .map(name => ({ what: `the Namespace ${name}`, then })),
    ...blockOptions(profile, layout, 'pull-secret')
      .filter(isElsewhere)
      .flatMap(options => pullSecret.find(at, options))
      .map(() => ({
        what: `the pull secret of the namespace ${names.namespace}`,
        then,
      })),
  ];
}
