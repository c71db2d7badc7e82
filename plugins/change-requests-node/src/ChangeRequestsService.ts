import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Operation } from '@internal/gitops-model';
import type {
  ChangeRequest,
  Preview,
} from '@internal/plugin-change-requests-common';

/** What a change request is made of. */
export interface ChangeRequestInput {
  /** Key under `platforms:`. */
  platform: string;
  operations: Operation[];
  template?: { name: string; version: string };
}

/** Opens change requests in the name of a user. */
export interface ChangeRequestsService {
  /** The very change, nothing stored. @throws InputError, NotAllowedError */
  preview(
    input: ChangeRequestInput,
    options: { credentials: BackstageCredentials },
  ): Promise<Preview>;

  /**
   * Stores the intent and returns at once in state `draft`, or the request
   * that has the same intent already. @throws InputError where a finding of
   * severity `error` stands, NotAllowedError for a foreign owner.
   */
  create(
    input: ChangeRequestInput,
    options: { credentials: BackstageCredentials },
  ): Promise<ChangeRequest>;

  /** @throws NotFoundError */
  get(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<ChangeRequest>;
}
