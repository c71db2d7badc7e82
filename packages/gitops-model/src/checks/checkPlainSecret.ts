import type { Finding } from '../finding/Finding';
import { looksLikeSecret, namesSecret } from './looksLikeSecret';
import { refusal } from './refusal';

/** The value itself never appears in what is said about it. */
export function checkPlainSecret(
  value: string,
  field: string,
  variable?: string,
): Finding[] {
  const named = variable !== undefined && namesSecret(variable) && value !== '';
  if (!named && !looksLikeSecret(value)) return [];
  return [
    refusal('plain-secret-value', {
      message: named
        ? `The variable ${variable} is named like a secret, and its value would stand in Git for all to read.`
        : 'The text looks like a password, token or key, and would stand in Git for all to read.',
      fix: 'Put it into the secret store, replace it there if it was in use, and ask for the key of the store instead.',
      field,
    }),
  ];
}
