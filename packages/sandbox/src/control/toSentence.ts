import { z } from 'zod';

/** What is wrong with what somebody sent, for people to read. */
export function toSentence(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues
      .map(
        issue => `${issue.path.join('.') || 'The request'}: ${issue.message}.`,
      )
      .join(' ');
  }
  return error instanceof Error ? error.message : String(error);
}
