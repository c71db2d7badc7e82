import { verify } from 'node:crypto';
import { z } from 'zod';
import type { ForgeApp } from '../model/ForgeApp';
import type { ForgeState } from '../model/ForgeState';

const claimsSchema = z.object({
  iss: z.union([z.string(), z.number()]).transform(Number),
  iat: z.number(),
  exp: z.number(),
});

/** GitHub takes no token that lives longer. Seconds. */
const maximumLife = 600;

/** The app that signed the JSON web token of the header; undefined for all that is not valid now. */
export function readAppToken(
  forge: ForgeState,
  header: string | undefined,
): ForgeApp | undefined {
  const [, token = ''] = /^bearer (.+)$/i.exec(header ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const parsed = claimsSchema.safeParse(parseSegment(claims));
  if (!parsed.success) {
    return undefined;
  }
  const { iss, iat, exp } = parsed.data;
  const app = forge.apps.find(({ id }) => id === iss);
  const now = forge.clock.now().getTime() / 1000;
  const isNow = iat <= now && exp > now && exp - now <= maximumLife;
  const isSigned =
    app !== undefined &&
    verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      app.publicKey,
      Buffer.from(signature, 'base64url'),
    );
  return isNow && isSigned ? app : undefined;
}

function parseSegment(segment: string): unknown {
  try {
    return JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
