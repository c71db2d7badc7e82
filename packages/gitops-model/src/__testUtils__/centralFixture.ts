import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation, OperationOf } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { planOperations } from '../plan/planOperations';
import { isWritable } from '../profile/isWritable';
import { parseProfile } from '../profile/parseProfile';
import type { AnyBlockOptions, WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ada, createApp, type CreateApp, readTexts } from './readFixture';

const written = readFileSync(
  resolve(__dirname, '../plan/__fixtures__/central/profile.yaml'),
  'utf8',
);

/** The profile of the fixture, or one that says something else of its blocks. */
export function centralProfile(
  change: (blocks: Record<string, unknown>[]) => unknown[] = blocks => blocks,
): WritableProfile {
  const value = parse(written);
  const [layout] = value.layouts;
  const parsed = parseProfile(
    { ...value, layouts: [{ ...layout, blocks: change(layout.blocks) }] },
    'http://localhost:7401/harbour/platform.git',
  );
  if (!isWritable(parsed)) throw new Error('The profile lists no layouts.');
  return parsed;
}

/** Says something else of one kind of block. */
export function withOptions(
  block: AnyBlockOptions['block'],
  options: Record<string, unknown>,
) {
  return (blocks: Record<string, unknown>[]) =>
    blocks.map(other =>
      other.block === block ? { ...other, ...options } : other,
    );
}

export const central = centralProfile();

/** A small repository that keeps parts of its apps in central directories. */
export const centralRepository = createSnapshot({
  commit: '0123456789abcdef0123456789abcdef01234567',
  files: readTexts('central/repository'),
});

/** File of the Gateway, of which four listeners are there. */
export const gateway = 'networking/gateways/base/gateway.yaml';

export const notes: CreateApp = { ...createApp, app: 'notes' };
export const route: OperationOf<'add-route'> = {
  type: 'add-route',
  app: 'notes',
  host: 'notes.harbour.example.org',
  path: '/',
};
export const secondRoute = { ...route, host: 'minutes.harbour.example.org' };
export const request: Operation[] = [notes, route, secondRoute];

/** Plans on the fixture, unless told otherwise. */
export function planCentral(
  operations: Operation[],
  snapshot: RepositorySnapshot = centralRepository,
  profile: WritableProfile = central,
  requester = ada,
): Plan {
  return planOperations({
    snapshot,
    model: readRepository(snapshot, profile),
    profile,
    operations,
    requester,
  });
}

/** A listener for a host of the first domain. */
export function listenerText(name: string, host: string): string {
  return [
    `  - name: ${name}`,
    '    port: 443',
    '    protocol: HTTPS',
    `    hostname: ${host}.harbour.example.org`,
    '',
  ].join('\n');
}
