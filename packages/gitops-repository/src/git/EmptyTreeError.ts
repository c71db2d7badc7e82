import { CustomErrorBase } from '@backstage/errors';

/** The branch's commit holds no file at all. */
export class EmptyTreeError extends CustomErrorBase {
  name = 'EmptyTreeError' as const;
}
