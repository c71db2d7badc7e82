import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModuleCatalog from '@backstage/plugin-search-backend-module-catalog';
import { GitServer } from '@internal/gitops-repository/testUtils';
import catalogModuleGitops from '@internal/plugin-catalog-backend-module-gitops';
import platformsFeatures from '@internal/plugin-platforms-backend';
import { parse } from 'yaml';
import { z } from 'zod';
import { plantedFiles } from './__testUtils__/plantedFiles';

jest.setTimeout(120_000);

const profile = parse(
  readFileSync(join(__dirname, '../../../platforms/edgit-k8s.yaml'), 'utf8'),
);
const searchSchema = z.object({
  results: z.array(
    z.object({
      document: z.object({ title: z.string(), location: z.string() }),
    }),
  ),
});

describe('the whole backend', () => {
  const planted: string[] = [];
  const logged: string[] = [];
  let server: GitServer;
  let workingDirectory: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    workingDirectory = mkdtempSync(join(tmpdir(), 'canary-'));
    server = await GitServer.start();
    server.commit(
      plantedFiles(`${server.url}.git`, () => {
        const canary = `canary${randomBytes(12).toString('hex')}`;
        planted.push(canary, Buffer.from(canary).toString('base64'));
        return canary;
      }),
    );
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleGitops,
        platformsFeatures,
        searchPlugin,
        searchModuleCatalog,
        // The mock runs each task once, before there is anything to find.
        schedulerServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => recordTo(logged),
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { workingDirectory },
            platforms: {
              'edgit-k8s': {
                repository: { url: server.url, pollSeconds: 1 },
                clusters: [{ name: 'edgit' }],
                profile: {
                  ...profile,
                  loginClients: [
                    ...profile.loginClients,
                    { form: 'json', directory: 'keycloak', realm: 'edgit' },
                  ],
                  nodes: [
                    {
                      cluster: 'edgit',
                      form: 'machine-configs',
                      directory: 'talos/nodes',
                    },
                  ],
                },
              },
            },
            search: {
              collators: {
                catalog: {
                  schedule: {
                    frequency: { seconds: 1 },
                    timeout: { minutes: 1 },
                    initialDelay: { seconds: 1 },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    while (!(await get('/catalog/entities')).includes('"notes"')) {
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  });
  afterAll(async () => {
    await backend.stop();
    await server.stop();
    rmSync(workingDirectory, { recursive: true, force: true });
  });

  async function get(path: string): Promise<string> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api${path}`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    return response.text();
  }

  function leaksIn(text: string): string[] {
    return planted
      .filter(canary => text.includes(canary))
      .map(canary => text.slice(Math.max(0, text.indexOf(canary) - 200)))
      .map(rest => rest.slice(0, 300));
  }

  async function find(term: string): Promise<string[]> {
    const query = new URLSearchParams({ term, pageLimit: '100' });
    const answer = searchSchema.parse(
      JSON.parse(await get(`/search/query?${query}`)),
    );
    return answer.results.map(({ document }) => document.location);
  }

  it('finds an app by host, image, namespace and key of a secret, once', async () => {
    const component = '/catalog/default/component/notes';
    while (!(await find('notes.apps.example')).includes(component)) {
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
    }
    for (const term of [
      'registry.example/desk/notebook:4.2',
      'desk/notebook',
      'notebook',
      'desk/notes/mailbox',
      'mailbox',
    ]) {
      const found = await find(term);
      expect([term, found[0]]).toEqual([term, component]);
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it('lets no planted secret out', async () => {
    expect(planted.length).toBeGreaterThan(50);
    const lists = ['units', 'findings', 'hosts', 'secrets'];
    const answers = await Promise.all([
      get('/catalog/entities'),
      get('/platforms/platforms'),
      ...lists.map(list =>
        get(`/platforms/platforms/edgit-k8s/${list}?limit=500`),
      ),
      get('/search/query?term=&pageLimit=100'),
      get('/search/query?term=canary&pageLimit=100'),
    ]);
    // What is looked through holds what was read of the same files.
    expect(answers[0]).toContain('login-client');
    expect(answers[3]).toContain('malformed.yaml');
    expect(answers[5]).toContain('desk/notes/mailbox');
    for (const answer of answers) expect(leaksIn(answer)).toEqual([]);
    expect(logged.join('\n')).toContain('Took commit');
    expect(leaksIn(logged.join('\n'))).toEqual([]);
  });
});

function recordTo(logged: string[]): RootLoggerService {
  const record = (...said: unknown[]) => {
    logged.push(inspect(said, { depth: 10 }));
  };
  const logger: RootLoggerService = {
    error: record,
    warn: record,
    info: record,
    debug: record,
    child: meta => {
      record(meta);
      return logger;
    },
  };
  return logger;
}
