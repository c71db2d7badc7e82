import type { IncomingMessage } from 'node:http';
import type { ForgeAccount } from './model/ForgeAccount';
import type { ForgeState } from './model/ForgeState';

export type Authentication =
  | { outcome: 'known'; account: ForgeAccount }
  | { outcome: 'missing' }
  | { outcome: 'refused' };

/** Reads `Bearer`, `token` and `Basic` (the token is the password, or the user without one). */
export function authenticate(
  forge: ForgeState,
  request: IncomingMessage,
): Authentication {
  const header = request.headers.authorization;
  if (!header) {
    return { outcome: 'missing' };
  }
  const [scheme = '', value = ''] = header.split(/ +/, 2);
  const token = readToken(scheme.toLowerCase(), value);
  const account = token === undefined ? undefined : forge.accountOfToken(token);
  return account ? { outcome: 'known', account } : { outcome: 'refused' };
}

function readToken(scheme: string, value: string): string | undefined {
  if (scheme === 'bearer' || scheme === 'token') {
    return value;
  }
  if (scheme === 'basic') {
    const [user = '', ...password] = Buffer.from(value, 'base64')
      .toString('utf8')
      .split(':');
    return password.join(':') || user;
  }
  return undefined;
}
