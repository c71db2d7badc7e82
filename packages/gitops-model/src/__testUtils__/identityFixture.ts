import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { planOperations } from '../plan/planOperations';
import { isWritable } from '../profile/isWritable';
import { parseProfile } from '../profile/parseProfile';
import type { WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ada, createApp, readTexts } from './readFixture';

const parsed = parseProfile(
  parse(
    readFileSync(
      resolve(__dirname, '../plan/__fixtures__/identity/profile.yaml'),
      'utf8',
    ),
  ),
  'http://localhost:7401/edgit/edgit-k8s.git',
);

/** Login clients as JSON files or as objects, and keys that Terraform writes to Vault. */
export const identityProfile: WritableProfile = writable();

function writable(): WritableProfile {
  if (isWritable(parsed)) return parsed;
  throw new Error('The profile lists no blocks.');
}

const { 'terraform/keycloak/clients.tf': _, ...shared } =
  readTexts('repository');

/** The small repository with such clients and keys, and with these files besides. */
export function identityRepository(
  files: Record<string, string> = {},
): RepositorySnapshot {
  return createSnapshot({
    commit: '0123456789abcdef0123456789abcdef01234567',
    files: { ...shared, ...readTexts('identity/repository'), ...files },
  });
}

/** Everything that has to do with logins and secrets, for a new app of a layout. */
export function identityRequest(layout: 'raw' | 'operated'): Operation[] {
  const app = 'notes';
  return [
    { ...createApp, layout, storage: [] },
    { type: 'add-route', app, host: 'notes.exitthecloud.eu', path: '/' },
    {
      type: 'add-secret',
      app,
      entries: [
        { env: 'DATABASE_URL', key: 'atlas/notes/database', property: 'url' },
        { env: 'DATABASE_CA', key: 'atlas/notes/database', property: 'ca.crt' },
        { env: 'SENTRY_DSN', key: 'atlas/shared', property: 'sentry-dsn' },
        { env: 'STRIPE_KEY', key: 'atlas/shared', property: 'notes-stripe' },
      ],
    },
    {
      type: 'add-oidc-client',
      app,
      host: 'notes.exitthecloud.eu',
      callbackPath: '/oauth2/callback',
    },
  ];
}

/** Plans on that repository, unless told otherwise. */
export function planIdentity(
  operations: Operation[],
  snapshot: RepositorySnapshot = identityRepository(),
  requester = ada,
  profile = identityProfile,
): Plan {
  return planOperations({
    snapshot,
    model: readRepository(snapshot, profile),
    profile,
    operations,
    requester,
    template: { name: 'new-service', version: '1.0.0' },
  });
}
