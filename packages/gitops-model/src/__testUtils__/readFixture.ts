import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { placeApp } from '../plan/placeApp';
import { PlanTree } from '../plan/PlanTree';
import { planOperations } from '../plan/planOperations';
import type { Profile, WritableProfile } from '../profile/Profile';
import { isWritable } from '../profile/isWritable';
import { parseProfile } from '../profile/parseProfile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const fixtures = resolve(__dirname, '../plan/__fixtures__');

/** Texts below a directory of the fixtures, by relative path. */
export function readTexts(directory: string): Record<string, string> {
  const root = join(fixtures, directory);
  const files = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .map(path => [relative(root, path), readFileSync(path, 'utf8')]),
  );
}

export const profile = writable(
  parseProfile(
    parse(
      readFileSync(
        resolve(__dirname, '../../../../platforms/edgit-k8s.yaml'),
        'utf8',
      ),
    ),
    'http://localhost:7401/edgit/edgit-k8s.git',
  ),
);

function writable(parsed: Profile | WritableProfile): WritableProfile {
  if (isWritable(parsed)) return parsed;
  throw new Error('The profile lists no blocks.');
}

/** A small repository in the layout of the profile. */
export const repository = createSnapshot({
  commit: '0123456789abcdef0123456789abcdef01234567',
  files: readTexts('repository'),
});

export const ada = {
  ref: 'user:default/ada',
  groups: ['group:default/atlas'],
  platformTeam: false,
};
export const petra = {
  ref: 'user:default/petra',
  groups: ['group:default/platform'],
  platformTeam: true,
};

export type CreateApp = Extract<Operation, { type: 'create-app' }>;

export const createApp: CreateApp = {
  type: 'create-app',
  app: 'notes',
  owner: 'group:default/atlas',
  description: 'Meeting notes: who said what, and when.',
  system: 'office',
  image: 'ghcr.io/example/notes:2.4.1',
  port: 8080,
  replicas: 1,
  resources: {
    cpuRequest: '100m',
    memoryRequest: '128Mi',
    memoryLimit: '512Mi',
  },
  env: [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'STRICT', value: 'no' },
  ],
  storage: [
    { name: 'data', mountPath: '/data', size: '10Gi', purpose: 'replicated' },
  ],
};

/** Where the app `notes` lies. */
export const notesPlace = placeApp('notes', {
  tree: new PlanTree(repository),
  profile,
  model: readRepository(repository, profile),
});

/** Everything a form can ask for at once. */
export const wholeRequest: Operation[] = [
  createApp,
  { type: 'add-route', app: 'notes', host: 'notes.exitthecloud.eu', path: '/' },
  {
    type: 'add-secret',
    app: 'notes',
    entries: [
      { env: 'DATABASE_URL', key: 'atlas/notes/database', property: 'url' },
      { env: 'SMTP_PASSWORD', key: 'atlas/shared/smtp', property: 'password' },
    ],
  },
  {
    type: 'add-oidc-client',
    app: 'notes',
    host: 'notes.exitthecloud.eu',
    callbackPath: '/oauth2/callback',
  },
];

/** Plans on the fixture, unless told otherwise. */
export function plan(
  operations: Operation[],
  requester = ada,
  snapshot: RepositorySnapshot = repository,
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
