import { CustomErrorBase } from '@backstage/errors';

/** The command line asks for something that there is not; the message says what. */
export class UsageError extends CustomErrorBase {
  name = 'UsageError' as const;
}
