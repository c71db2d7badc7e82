import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { roleSecretName } from './postgresRoleSecret';
import { sharedDocuments } from './sharedDocuments';

export type RoleValue = { role: string };

const clusterSchema = z.object({
  spec: z.object({
    managed: z
      .object({ roles: z.array(z.object({ name: z.string() })).default([]) })
      .prefault({}),
  }),
});

const rolesPath = ['spec', 'managed', 'roles'];

/** A login of the app's in a cluster that apps share, without any other right. */
export const postgresRole: RetiringBlock<'postgres-role', RoleValue> = {
  write({ tree, app, names }, options, { role }) {
    const file = expandNames(options.file, names);
    const [cluster] = sharedDocuments(
      { tree },
      file,
      'Cluster',
      options.cluster,
    );
    const edit = {
      kind: 'insert-item',
      path: rolesPath,
      value: {
        name: role,
        ensure: 'present',
        login: true,
        superuser: false,
        createdb: false,
        createrole: false,
        inherit: true,
        replication: false,
        passwordSecret: { name: roleSecretName(app), key: 'password' },
      },
    } as const;
    return fileFinding(
      file,
      cluster
        ? tree.editYaml(file, edit, cluster.index)
        : { ok: false, reason: `it has no Cluster ${options.cluster}` },
    );
  },

  find({ tree, names }, options) {
    const file = expandNames(options.file, names);
    return sharedDocuments({ tree }, file, 'Cluster', options.cluster).flatMap(
      ({ document }) => rolesIn(document).map(name => ({ role: name })),
    );
  },

  retire({ tree, names }, options, { role }) {
    const file = expandNames(options.file, names);
    const [cluster] = sharedDocuments(
      { tree },
      file,
      'Cluster',
      options.cluster,
    );
    const index = cluster ? rolesIn(cluster.document).indexOf(role) : -1;
    if (!cluster || index === -1) return [];
    const edit = { kind: 'remove-item', path: rolesPath, index } as const;
    return fileFinding(file, tree.editYaml(file, edit, cluster.index));
  },

  claims: () => [],
};

function rolesIn(document: unknown): string[] {
  const { data } = clusterSchema.safeParse(document);
  return data?.spec.managed.roles.map(({ name }) => name) ?? [];
}
