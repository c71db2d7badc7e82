import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { appMetadata } from './appLabels';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { listFile } from './listedFile';
import { removeDocumentOrFile } from './removeDocumentOrFile';
import { sharedDocuments } from './sharedDocuments';

/** Name of the Secret or Service that may be used. */
export type GrantValue = { name: string };

type Options = BlockOptions<'reference-grant'>;

const group = 'gateway.networking.k8s.io';

const grantSchema = z.object({
  spec: z.object({
    from: z
      .array(
        z.object({
          group: z.string(),
          kind: z.string(),
          namespace: z.string(),
        }),
      )
      .default([]),
    to: z
      .array(
        z.object({
          group: z.string().default(''),
          kind: z.string(),
          name: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

const kindsOf = {
  certificate: { from: 'Gateway', to: 'Secret' },
  route: { from: 'HTTPRoute', to: 'Service' },
} as const;

/** Leave for those of one other namespace to use one thing of the app's. */
export const referenceGrant: RetiringBlock<'reference-grant', GrantValue> = {
  write(context, options, { name }) {
    const { tree, names } = context;
    const { file, index, isAsMeant } = grantIn(context, options);
    const kinds = kindsOf[options.of];
    const to = { group: '', kind: kinds.to, name };
    if (index === undefined) {
      const outcome = tree.createYaml(file, {
        apiVersion: 'gateway.networking.k8s.io/v1beta1',
        kind: 'ReferenceGrant',
        metadata: appMetadata(names, expandNames(options.name, names)),
        spec: {
          from: [
            {
              group,
              kind: kinds.from,
              namespace: options.from,
            },
          ],
          to: [to],
        },
      });
      return outcome.ok
        ? listFile(context, file, options.list)
        : fileFinding(file, outcome);
    }
    if (!isAsMeant) {
      const reason = `its ReferenceGrant ${expandNames(options.name, names)} is for others than each ${kinds.from} of ${options.from}, who would get leave as well`;
      return fileFinding(file, { ok: false, reason });
    }
    const edit = {
      kind: 'insert-item',
      path: ['spec', 'to'],
      value: to,
    } as const;
    return fileFinding(file, tree.editYaml(file, edit, index));
  },

  find(context, options) {
    return grantIn(context, options).granted.map(name => ({ name }));
  },

  retire(context, options) {
    const { file, index } = grantIn(context, options);
    return index === undefined
      ? []
      : removeDocumentOrFile(context, options, { file, index });
  },

  claims: () => [],
};

function grantIn({ tree, names }: BlockContext, options: Options) {
  const file = expandNames(options.file, names);
  const name = expandNames(options.name, names);
  const [found] = sharedDocuments({ tree }, file, 'ReferenceGrant', name);
  const { data } = grantSchema.safeParse(found?.document);
  const { from = [], to = [] } = data?.spec ?? {};
  const kinds = kindsOf[options.of];
  const meant = from.filter(
    other =>
      other.group === group &&
      other.kind === kinds.from &&
      other.namespace === options.from,
  );
  const granted = to
    .filter(other => other.group === '' && other.kind === kinds.to)
    .flatMap(({ name: own }) => own ?? []);
  return {
    file,
    index: found?.index,
    /** Whether those it gives leave to are the ones that the profile means, and no others. */
    isAsMeant: meant.length > 0 && meant.length === from.length,
    granted: meant.length > 0 ? granted : [],
  };
}
