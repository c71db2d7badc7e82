import type { Finding } from '../finding/Finding';
import type { Operation } from '../operation/Operation';
import { refusal } from './refusal';

const maxOperations = 50;
/** Characters of all operations together; a manifest stays far below 1 MiB. */
const maxCharacters = 128 * 1024;

/** Whether a request is small enough to be planned, stored and reviewed. */
export function checkRequestSize(operations: readonly Operation[]): Finding[] {
  const size = JSON.stringify(operations).length;
  if (operations.length <= maxOperations && size <= maxCharacters) return [];
  return [
    refusal('request-too-large', {
      message: `The request has ${operations.length} operations and ${size} characters; ${maxOperations} and ${maxCharacters} are allowed.`,
      fix: 'Split the request, and put large values into files of the image.',
    }),
  ];
}
