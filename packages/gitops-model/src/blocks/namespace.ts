import { expandNames } from '../profile/expandNames';
import { isOneApps } from '../profile/isOneApps';
import { ownsNamespace } from '../profile/ownsNamespace';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { listFile } from './listedFile';
import { removeDocumentOrFile } from './removeDocumentOrFile';
import { sharedDocuments } from './sharedDocuments';

/** The namespace an app lies in: its own, or one that apps of a category share. */
export const namespace: RetiringBlock<'namespace', string> = {
  write(context, options, name) {
    const { tree, names } = context;
    const file = expandNames(options.file, names);
    const isOwn = isOneApps(options.file);
    if (!isOwn && !tree.has(file)) {
      const reason = 'there is no such text file';
      return fileFinding(file, { ok: false, reason });
    }
    const labels = Object.entries(options.labels).map(([key, value]) => [
      key,
      expandNames(value, names),
    ]);
    const manifest = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        ...(labels.length > 0 ? { labels: Object.fromEntries(labels) } : {}),
      },
    };
    const outcome = isOwn
      ? tree.createYaml(file, manifest)
      : tree.addYaml(file, manifest);
    return outcome.ok
      ? listFile(context, file, options.list)
      : fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    const file = expandNames(options.file, names);
    return sharedDocuments({ tree }, file, 'Namespace', names.namespace).map(
      () => names.namespace,
    );
  },

  retire(context, options, name) {
    const { tree, names } = context;
    const file = expandNames(options.file, names);
    const [found] = sharedDocuments({ tree }, file, 'Namespace', name);
    return found
      ? removeDocumentOrFile(context, options, { file, index: found.index })
      : [];
  },

  claims: (name, { layout, names }) =>
    ownsNamespace(layout, names)
      ? [{ kind: 'namespace', namespace: name }]
      : [],
};
