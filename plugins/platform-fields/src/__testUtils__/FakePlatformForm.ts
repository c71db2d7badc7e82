import type {
  AppDescription,
  AppSummary,
  FieldCheck,
  FieldCheckResult,
} from '@internal/plugin-change-requests-common';
import type { PlatformFormApi } from '../api/PlatformFormApi';
import type { FormPlatform } from '../platforms/FormPlatform';

/** A server for the form that knows one taken name, and can be down. */
export class FakePlatformForm implements PlatformFormApi {
  readonly checks: FieldCheck[] = [];
  readonly aborted: FieldCheck[] = [];
  isDown = false;
  platforms: FormPlatform[] = [
    {
      id: 'edgit-k8s',
      title: 'edgit-k8s',
      clusters: ['edgit'],
      domains: ['exitthecloud.eu', 'apps.edgeprime.io'],
      storagePurposes: [
        { name: 'replicated', class: 'longhorn' },
        { name: 'local', class: 'local-path' },
      ],
      registries: ['docker.io'],
      categories: [],
      exposures: [],
      platformTeam: 'group:default/platform',
    },
  ];
  answer: (check: FieldCheck) => FieldCheckResult = ({ field, value, app }) => {
    if (field === 'host') {
      return {
        findings: [],
        suggestions: [`${app}.exitthecloud.eu`, `${app}.apps.edgeprime.io`],
      };
    }
    return field === 'app' && value === 'paperless'
      ? {
          findings: [
            {
              code: 'name-taken',
              severity: 'error',
              message: 'paperless is taken.',
              fix: 'Choose another name.',
            },
          ],
          suggestions: ['paperless-2'],
        }
      : { findings: [], suggestions: [] };
  };

  async listPlatforms() {
    this.#requireUp();
    return this.platforms;
  }

  apps: AppSummary[] = [
    { name: 'paperless', owner: 'group:default/atlas', changeable: true },
    { name: 'wiki', owner: 'group:default/atlas', changeable: true },
    { name: 'qdrant', owner: 'group:default/borealis', changeable: false },
  ];
  descriptions: Record<string, AppDescription> = {
    paperless: {
      app: 'paperless',
      owner: 'group:default/atlas',
      workloads: [
        {
          name: 'paperless',
          replicas: 2,
          containers: [
            {
              name: 'paperless',
              image: 'ghcr.io/paperless-ngx/paperless-ngx:2.13.5',
              resources: { memoryRequest: '512Mi' },
            },
          ],
        },
      ],
      routes: [{ host: 'paperless.exitthecloud.eu' }],
      charts: [],
    },
    wiki: {
      app: 'wiki',
      workloads: [],
      routes: [],
      charts: [{ name: 'wiki', version: '4.1.0' }],
    },
  };

  async listApps() {
    this.#requireUp();
    return this.apps;
  }

  async describeApp(_platform: string, app: string) {
    this.#requireUp();
    return this.descriptions[app];
  }

  async checkField(check: FieldCheck, signal?: AbortSignal) {
    signal?.addEventListener('abort', () => this.aborted.push(check));
    this.#requireUp();
    this.checks.push(check);
    return this.answer(check);
  }

  #requireUp() {
    if (this.isDown) {
      throw new Error('The server cannot be reached.');
    }
  }
}
