import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Sandbox } from '@internal/sandbox';
import Knex from 'knex';
import request from 'supertest';
import { parse } from 'yaml';
import type { ForgeKind } from '../forge/ForgeKind';
import changeRequestsPlugin from '../index';
import { forgeIntegrations } from './forgeIntegrations';

/** Everybody else is in atlas. */
const groupsOf: Record<string, string[]> = {
  'user:default/ada': ['group:default/atlas'],
  'user:default/boris': ['group:default/borealis'],
  'user:default/petra': ['group:default/platform'],
};

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials: BackstageCredentials) {
      if (!('principal' in credentials)) throw new Error('no user');
      const userEntityRef = String(Object(credentials.principal).userEntityRef);
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(groupsOf[userEntityRef] ?? ['group:default/atlas']),
        ],
      };
    },
  }),
});

/** A database that outlives a backend, or is shared by two. */
export function createDatabase() {
  const knex = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  return {
    knex,
    factory: createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({ getClient: async () => knex }),
    }),
  };
}

function readProfile(): JsonObject {
  const file = join(__dirname, '../../../../platforms/edgit-k8s.yaml');
  return parse(readFileSync(file, 'utf8'));
}

export interface PortalOptions {
  /** Whose API the portal speaks; default: GitHub's. */
  forge?: ForgeKind;
  token?: string;
  changeRequests?: JsonObject;
  profile?: JsonObject;
  /** Default: one of its own. */
  database?: ReturnType<typeof createDatabase>;
  features?: Parameters<typeof startTestBackend>[0]['features'];
}

/** The plugin as it runs in the portal, in front of a sandbox's forge. */
export async function startPortal(
  sandbox: Pick<Sandbox, 'urls' | 'tokens'> | { url: string; token: string },
  options: PortalOptions = {},
) {
  const { url, token } =
    'urls' in sandbox
      ? { url: sandbox.urls.forge, token: sandbox.tokens.forge }
      : sandbox;
  const forge = new URL(url);
  const kind = options.forge ?? 'github';
  const repositoryUrl = `${forge.origin}/edgit/edgit-k8s`;
  const workingDirectory = await mkdtemp(join(tmpdir(), 'portal-'));
  const config = {
    backend: { workingDirectory },
    integrations: forgeIntegrations(kind, {
      origin: forge.origin,
      token: options.token ?? token,
    }),
    platforms: {
      'edgit-k8s': {
        title: 'edgit-k8s',
        repository: { url: repositoryUrl, branch: 'main', pollSeconds: 3600 },
        forge: kind,
        clusters: [{ name: 'edgit' }],
        platformTeam: 'group:default/platform',
        changeRequests: { labels: ['portal'], reviewers: ['petra'] },
        profile: { ...readProfile(), ...options.profile },
      },
    },
    changeRequests: {
      pollSeconds: 0.05,
      observeSeconds: 0.05,
      callTimeoutSeconds: 5,
      backoffSeconds: 0.02,
      ...options.changeRequests,
    },
  };
  const database = options.database ?? createDatabase();
  const backend = await startTestBackend({
    features: [
      changeRequestsPlugin,
      userInfo,
      database.factory,
      mockServices.rootConfig.factory({ data: config }),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  return {
    server,
    repositoryUrl,
    as: (user: string) => clientOf(server, user),
    /** Until the repository was read once; before, requests are put off. */
    async untilRead() {
      const { get } = clientOf(server, 'ada');
      while (!(await get('/platforms')).body.items?.[0]?.commit) {
        await sleep(20);
      }
    },
    /** Every row of every table. */
    dump: () =>
      Promise.all(
        ['intents', 'intent_apps', 'timeline', 'observer_leases'].map(table =>
          database.knex(table).select(),
        ),
      ),
    async stop() {
      await backend.stop();
      if (!options.database) await database.knex.destroy();
      await rm(workingDirectory, { recursive: true, force: true });
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

type Server = Parameters<typeof request>[0];

function clientOf(server: Server, user: string) {
  const authorization = mockCredentials.user.header(`user:default/${user}`);
  const base = '/api/change-requests';
  return {
    get: (path: string) =>
      request(server).get(`${base}${path}`).set({ authorization }),
    post: (path: string, body?: object) =>
      request(server).post(`${base}${path}`).set({ authorization }).send(body),
  };
}
