import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import type { FileEditDto } from '@internal/plugin-change-requests-common';
import type { SimulatedForge } from './SimulatedForge';

const noReader: UrlReaderService = {
  readUrl: refuse,
  readTree: refuse,
  search: refuse,
};

async function refuse(): Promise<never> {
  throw new Error('The skeleton lies on this machine');
}

/**
 * `fetch:template` and `publish:github:pull-request` as they are published, one
 * after the other, without the scaffolder's own queue and database around them.
 */
export class StockActions {
  readonly #host: string;
  readonly #fetchTemplate: ReturnType<typeof createFetchTemplateAction>;
  readonly #publish: ReturnType<typeof createPublishGithubPullRequestAction>;

  constructor(forge: SimulatedForge) {
    const { host, origin } = new URL(forge.url);
    this.#host = host;
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            { host, apiBaseUrl: `${origin}/api/v3`, token: forge.token },
          ],
        },
      },
    });
    const integrations = ScmIntegrations.fromConfig(config);
    this.#fetchTemplate = createFetchTemplateAction({
      integrations,
      reader: noReader,
    });
    this.#publish = createPublishGithubPullRequestAction({
      integrations,
      githubCredentialsProvider:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      config,
    });
  }

  /** Lays the files down as a template's skeleton, and answers what opens a pull request from it. */
  async prepare(run: string, edits: FileEditDto[]) {
    const directory = await mkdtemp(join(tmpdir(), 'stock-'));
    for (const edit of edits) {
      if (edit.kind === 'delete') continue;
      const file = join(directory, 'skeleton', edit.path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(
        file,
        edit.after.replaceAll(run, '${' + '{ values.run }}'),
      );
    }
    const surroundings = {
      workspacePath: join(directory, 'work'),
      logger: mockServices.rootLogger(),
      templateInfo: {
        entityRef: 'template:default/stock',
        baseUrl: pathToFileURL(join(directory, 'template.yaml')).href,
      },
      task: { id: run },
      output: () => {},
      createTemporaryDirectory: () => mkdtemp(join(directory, 'more-')),
      getInitiatorCredentials: async () => mockCredentials.user(),
      checkpoint: async <T>({ fn }: { fn: () => Promise<T> | T }) => fn(),
    };
    return {
      open: async () => {
        await this.#fetchTemplate.handler({
          ...surroundings,
          input: { url: './skeleton', values: { run } },
        });
        await this.#publish.handler({
          ...surroundings,
          input: {
            repoUrl: `${this.#host}?owner=edgit&repo=edgit-k8s`,
            branchName: `stock-${run}`,
            title: `feat: add ${run}`,
            description: 'Stock.',
            reviewers: ['petra'],
          },
        });
      },
      clear: () => rm(directory, { recursive: true, force: true }),
    };
  }
}
