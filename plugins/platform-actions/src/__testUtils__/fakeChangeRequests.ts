import type {
  ChangeRequest,
  Preview,
} from '@internal/plugin-change-requests-common';
import type {
  ChangeRequestInput,
  ChangeRequestsService,
} from '@internal/plugin-change-requests-node';

/** A change requests service that remembers what it was asked for. */
export class FakeChangeRequests implements ChangeRequestsService {
  readonly previewed: ChangeRequestInput[] = [];
  readonly created: ChangeRequestInput[] = [];
  readonly requesters: unknown[] = [];
  /** States that {@link get} goes through; the last one stays. */
  states: ChangeRequest['state'][] = ['draft', 'open'];
  failure: ChangeRequest['failure'];
  /** Thrown by {@link preview} and {@link create}. */
  refusal: Error | undefined;

  async preview(
    input: ChangeRequestInput,
    options: { credentials: { principal: unknown } },
  ): Promise<Preview> {
    this.#admit(options);
    this.previewed.push(input);
    return {
      platform: input.platform,
      commit: 'c0ffee0000000000000000000000000000000000',
      observedAt: '2026-11-01T12:00:00.000Z',
      edits: input.operations.map((operation, index) => ({
        kind: 'create',
        path: `k8s/${index}.json`,
        after: JSON.stringify(operation),
      })),
      findings: [],
      submittable: true,
    };
  }

  async create(
    input: ChangeRequestInput,
    options: { credentials: { principal: unknown } },
  ): Promise<ChangeRequest> {
    this.#admit(options);
    this.created.push(input);
    return this.#request(input.platform, 'draft');
  }

  async get(): Promise<ChangeRequest> {
    const [state, ...rest] = this.states;
    if (rest.length) {
      this.states = rest;
    }
    return this.#request('edgit-k8s', state);
  }

  #admit(options: { credentials: { principal: unknown } }) {
    this.requesters.push(options.credentials.principal);
    if (this.refusal) {
      throw this.refusal;
    }
  }

  #request(platform: string, state: ChangeRequest['state']): ChangeRequest {
    return {
      id: 'request-1',
      platform,
      title: 'Add notes',
      apps: ['notes'],
      state,
      requester: 'user:default/mock',
      createdAt: '2026-11-01T12:00:00.000Z',
      updatedAt: '2026-11-01T12:00:00.000Z',
      ...(state === 'draft' || state === 'failed'
        ? {}
        : {
            pullRequest: {
              number: 7,
              url: 'https://forge.example/edgit/edgit-k8s/pull/7',
              branch: 'portal/notes',
            },
          }),
      ...(state === 'failed' ? { failure: this.failure } : {}),
    };
  }
}
