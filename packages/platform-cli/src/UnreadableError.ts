import { CustomErrorBase } from '@backstage/errors';

/** The command cannot read what it was asked to; the message says why and what to do. */
export class UnreadableError extends CustomErrorBase {
  name = 'UnreadableError' as const;
}
