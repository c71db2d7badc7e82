import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { isOneApps } from '../profile/isOneApps';
import { ownsNamespace } from '../profile/ownsNamespace';
import type { BlockOptions } from '../profile/Profile';
import { appMetadata } from './appLabels';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { listFile } from './listedFile';
import { removeDocumentOrFile } from './removeDocumentOrFile';
import { sharedDocuments } from './sharedDocuments';

const placedSchema = z.object({
  metadata: z.object({ namespace: z.string().optional() }),
});

/** The Secret that the app's pods pull their images with, as the secret store has it. */
export const pullSecret: RetiringBlock<'pull-secret', 'brought'> = {
  write(context, options) {
    const { tree, profile, layout, names } = context;
    const { pullSecret: name, ownRegistry } = profile.images;
    if (name === undefined || ownRegistry === undefined) return [];
    const file = expandNames(options.file, names);
    const { key, usernameProperty, passwordProperty } = options;
    const manifest = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: ownsNamespace(layout, names)
        ? appMetadata(names, name)
        : { name, namespace: names.namespace },
      spec: {
        refreshInterval: options.refreshInterval,
        secretStoreRef: { ...profile.secrets.store },
        target: {
          name,
          creationPolicy: 'Owner',
          template: {
            type: 'kubernetes.io/dockerconfigjson',
            data: { '.dockerconfigjson': dockerConfig(ownRegistry) },
          },
        },
        data: [
          {
            secretKey: 'username',
            remoteRef: { key, property: usernameProperty },
          },
          {
            secretKey: 'password',
            remoteRef: { key, property: passwordProperty },
          },
        ],
      },
    };
    const outcome = isOneApps(options.file)
      ? tree.createYaml(file, manifest)
      : tree.addYaml(file, manifest);
    return outcome.ok
      ? listFile(context, file, options.list)
      : fileFinding(file, outcome);
  },

  find(context, options) {
    return indexOf(context, options) === undefined ? [] : ['brought'];
  },

  retire(context, options) {
    const index = indexOf(context, options);
    if (index === undefined) return [];
    const file = expandNames(options.file, context.names);
    return removeDocumentOrFile(context, options, { file, index });
  },

  claims: (_value, { profile, names }, options) =>
    profile.images.pullSecret === undefined
      ? []
      : [
          {
            kind: 'external-secret',
            cluster: names.cluster,
            namespace: names.namespace,
            name: profile.images.pullSecret,
            file: expandNames(options.file, names),
          },
        ],
};

/** Which document of the file brings it to the app's namespace. */
function indexOf(
  { tree, profile, names }: BlockContext,
  options: BlockOptions<'pull-secret'>,
): number | undefined {
  const { pullSecret: name } = profile.images;
  if (name === undefined) return undefined;
  const file = expandNames(options.file, names);
  return sharedDocuments({ tree }, file, 'ExternalSecret', name).find(
    ({ document }) => {
      const { data } = placedSchema.safeParse(document);
      const namespace = data?.metadata.namespace;
      return namespace === undefined
        ? isOneApps(options.file)
        : namespace === names.namespace;
    },
  )?.index;
}

/** Any password is fit for base64, and none for the quotes of JSON. */
function dockerConfig(registry: string): string {
  const auth = '{{ printf `%s:%s` .username .password | b64enc }}';
  return JSON.stringify({ auths: { [registry]: { auth } } });
}
