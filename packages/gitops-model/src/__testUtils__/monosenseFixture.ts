import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation, OperationOf } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { planOperations } from '../plan/planOperations';
import { isWritable } from '../profile/isWritable';
import { parseProfile } from '../profile/parseProfile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { type CreateApp, ada, createApp, readTexts } from './readFixture';

const parsed = parseProfile(
  parse(
    readFileSync(
      resolve(__dirname, '../../../../platforms/monosense.yaml'),
      'utf8',
    ),
  ),
  'http://localhost:7401/monosense/k8s-gitops.git',
);
if (!isWritable(parsed)) throw new Error('The profile lists no layouts.');

export const monosense = parsed;

/** A small repository that Flux deploys on two clusters. */
export const monosenseRepository = createSnapshot({
  commit: '0123456789abcdef0123456789abcdef01234567',
  files: readTexts('monosense/repository'),
});

/** An app of its own directory, on chosen clusters. */
export const workloadOn = (clusters: string[]): CreateApp => ({
  ...createApp,
  clusters,
});

/** An app of the tree that every cluster deploys. */
export const infrastructure: CreateApp = {
  ...createApp,
  layout: 'infrastructure',
  category: 'operations',
};

export const route: OperationOf<'add-route'> = {
  type: 'add-route',
  app: 'notes',
  host: 'notes.monosense.io',
  path: '/',
};

export const secrets: OperationOf<'add-secret'> = {
  type: 'add-secret',
  app: 'notes',
  entries: [
    {
      env: 'DATABASE_URL',
      key: 'kubernetes/infra/notes/database',
      property: 'url',
    },
    { env: 'SMTP_PASSWORD', key: 'kubernetes/infra/notes/smtp' },
  ],
};

export const login: OperationOf<'add-oidc-client'> = {
  type: 'add-oidc-client',
  app: 'notes',
  host: 'notes.monosense.io',
  callbackPath: '/oauth2/callback',
};

/** Plans on the fixture, unless told otherwise. */
export function planMonosense(
  operations: Operation[],
  snapshot: RepositorySnapshot = monosenseRepository,
  requester = ada,
): Plan {
  return planOperations({
    snapshot,
    model: readRepository(snapshot, monosense),
    profile: monosense,
    operations,
    requester,
    template: { name: 'new-service', version: '1.0.0' },
  });
}
