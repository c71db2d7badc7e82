import { CustomErrorBase } from '@backstage/errors';

/** The forge's entry under `integrations:` gave no credential. */
export class AuthorizationError extends CustomErrorBase {
  name = 'AuthorizationError' as const;
}
