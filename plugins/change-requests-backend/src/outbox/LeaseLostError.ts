import { CustomErrorBase } from '@backstage/errors';

/** Another worker has claimed the request since; what this one knows is void. */
export class LeaseLostError extends CustomErrorBase {
  override name = 'LeaseLostError' as const;

  constructor(id: string) {
    super(`Another worker has taken over the change request ${id}`);
  }
}
