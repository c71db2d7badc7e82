import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { appMetadata } from './appLabels';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import type { HostPlace } from './gatewayListener';
import { listFile } from './listedFile';
import { removeDocumentOrFile } from './removeDocumentOrFile';
import { sharedDocuments } from './sharedDocuments';

export type CertificateValue = { host: string };

type Options = BlockOptions<'certificate'>;

const namesPath = ['spec', 'dnsNames'];

const certificateSchema = z.object({
  spec: z.object({ dnsNames: z.array(z.string()).default([]) }),
});

/** A host of the app in its certificate. */
export const certificate: RetiringBlock<'certificate', CertificateValue> = {
  write(context, options, { host }) {
    const { tree, names } = context;
    const { file, index } = certificateIn(context, options);
    if (index === undefined) {
      const name = expandNames(options.name, names);
      const metadata = appMetadata(names, name);
      const outcome = tree.createYaml(file, {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Certificate',
        metadata: {
          ...metadata,
          namespace: options.namespace ?? metadata.namespace,
        },
        spec: {
          secretName: name,
          issuerRef: { name: options.issuer.name, kind: options.issuer.kind },
          dnsNames: [host],
        },
      });
      return outcome.ok
        ? listFile(context, file, options.list)
        : fileFinding(file, outcome);
    }
    const edit = { kind: 'insert-item', path: namesPath, value: host } as const;
    return fileFinding(file, tree.editYaml(file, edit, index));
  },

  find(context, options) {
    return certificateIn(context, options).hosts.map(host => ({ host }));
  },

  retire(context, options, { host }) {
    const { file, hosts, index } = certificateIn(context, options);
    const at = hosts.indexOf(host);
    if (at === -1 || index === undefined) return [];
    if (hosts.length === 1) {
      return removeDocumentOrFile(context, options, { file, index });
    }
    const edit = { kind: 'remove-item', path: namesPath, index: at } as const;
    return fileFinding(file, context.tree.editYaml(file, edit, index));
  },

  claims: () => [],
};

/** Where the app's certificate names a host. */
export function certificatePlaces(
  context: BlockContext,
  options: Options,
  host: string,
): HostPlace[] {
  const { file, hosts, index } = certificateIn(context, options);
  return hosts.flatMap((other, at) =>
    index !== undefined && other === host
      ? [{ file, index, path: [...namesPath, at], claims: () => [] }]
      : [],
  );
}

function certificateIn({ tree, names }: BlockContext, options: Options) {
  const file = expandNames(options.file, names);
  const name = expandNames(options.name, names);
  const [found] = sharedDocuments({ tree }, file, 'Certificate', name);
  const { data } = certificateSchema.safeParse(found?.document);
  return { file, index: found?.index, hosts: data?.spec.dnsNames ?? [] };
}
