import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { planOperations } from '../plan/planOperations';
import { isWritable } from '../profile/isWritable';
import { parseProfile } from '../profile/parseProfile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ada, readTexts } from './readFixture';

const parsed = parseProfile(
  parse(
    readFileSync(
      resolve(__dirname, '../../../../platforms/pitower.yaml'),
      'utf8',
    ),
  ),
  'http://localhost:7401/pitower/home.git',
);
if (!isWritable(parsed)) throw new Error('The profile lists no layouts.');

export const pitower = parsed;

/** A small repository whose ApplicationSets take in the directories of apps. */
export const pitowerRepository = createSnapshot({
  commit: '0123456789abcdef0123456789abcdef01234567',
  files: readTexts('pitower/repository'),
});

/** Everything a form can ask for at once. */
export const pitowerRequest: Operation[] = [
  {
    type: 'create-app',
    app: 'selfhosted-notes',
    category: 'selfhosted',
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
      { name: 'media', mountPath: '/media', size: '1Gi', purpose: 'shared' },
    ],
  },
  {
    type: 'add-route',
    app: 'selfhosted-notes',
    host: 'notes.pitower.link',
    path: '/',
    exposure: 'external',
  },
  {
    type: 'add-secret',
    app: 'selfhosted-notes',
    entries: [
      { env: 'API_TOKEN', key: '/selfhosted/notes/API_TOKEN' },
      { env: 'SMTP_PASSWORD', key: '/selfhosted/notes/smtp' },
    ],
  },
  { type: 'add-database', app: 'selfhosted-notes', size: '1Gi' },
  {
    type: 'add-dashboard-entry',
    app: 'selfhosted-notes',
    title: 'Notes',
    group: 'Reading',
    host: 'notes.pitower.link',
    icon: 'notes.svg',
    description: 'Who said what, and when',
  },
];

/** Plans on the fixture, unless told otherwise. */
export function planPitower(
  operations: readonly Operation[],
  snapshot: RepositorySnapshot = pitowerRepository,
  requester = ada,
  profile = pitower,
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
