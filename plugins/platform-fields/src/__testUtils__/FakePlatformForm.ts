import type {
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
