import { expandNames } from '../profile/expandNames';
import { appLabels } from './appLabels';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { sharedDocuments } from './sharedDocuments';

/** Name of the Secret beside a shared cluster with the password of an app's role. */
export function roleSecretName(app: string): string {
  return `${app}-db-credentials`;
}

/** The password of an app's role, brought from the secret store to the cluster that apps share. */
export const postgresRoleSecret: RetiringBlock<
  'postgres-role-secret',
  'brought'
> = {
  write({ tree, profile, app, names }, options) {
    const file = expandNames(options.file, names);
    const name = roleSecretName(app);
    if (!tree.has(file)) {
      const reason = 'there is no such text file';
      return fileFinding(file, { ok: false, reason });
    }
    const outcome = tree.addYaml(file, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: {
        name,
        namespace: options.namespace,
        labels: appLabels(app, names.unit),
      },
      spec: {
        refreshInterval: options.refreshInterval,
        secretStoreRef: { ...profile.secrets.store },
        target: { name, creationPolicy: 'Owner' },
        data: ['username', 'password'].map(property => ({
          secretKey: property,
          remoteRef: { key: expandNames(options.key, names), property },
        })),
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    const file = expandNames(options.file, names);
    return sharedDocuments(
      { tree },
      file,
      'ExternalSecret',
      roleSecretName(app),
    ).map(() => 'brought');
  },

  retire({ tree, app, names }, options) {
    const file = expandNames(options.file, names);
    const [found] = sharedDocuments(
      { tree },
      file,
      'ExternalSecret',
      roleSecretName(app),
    );
    return found ? fileFinding(file, tree.removeYaml(file, found.index)) : [];
  },

  claims: () => [],
};
