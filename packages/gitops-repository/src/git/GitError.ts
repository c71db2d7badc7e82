import { CustomErrorBase } from '@backstage/errors';

/** Git failed; the message is what it wrote, or why it could not run. */
export class GitError extends CustomErrorBase {
  name = 'GitError' as const;
}
