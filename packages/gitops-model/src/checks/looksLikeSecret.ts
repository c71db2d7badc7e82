/** Shapes that issuers give their tokens, and texts that are secret by form. */
const shapes: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{30,}/,
  /\bgithub_pat_\w{20,}/,
  /\bglpat-[\w-]{16,}/,
  /\bxox[abeoprs]-[\w-]{10,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[\w-]{30,}/,
  /\b(sk|rk|pk)_(live|test)_\w{10,}/,
  /\bsk-[\w-]{20,}/,
  /\b(hvs|hvb|hvr)\.[\w-]{20,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
  /\bdop_v1_[a-f0-9]{40,}/,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
];

const digest = /sha(256|512):[a-f0-9]{64,128}/g;
const uuid =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;

/** Whether a text holds what an issuer's tokens look like, or a key or password by form. */
export function hasSecretShape(text: string): boolean {
  return shapes.some(shape => shape.test(text));
}

/**
 * Whether a text holds a secret by shape or by randomness. Image digests and
 * UUIDs are no secrets.
 */
export function looksLikeSecret(text: string): boolean {
  if (hasSecretShape(text)) return true;
  const rest = text.replace(digest, ' ').replace(uuid, ' ');
  return [...rest.matchAll(/[A-Za-z0-9+/_=-]{20,}/g)].some(([token]) =>
    isRandom(token),
  );
}

const secretName =
  /(^|[_-])(PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|SECRET_?KEY|ACCESS_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY|CREDENTIALS?)(_BASE64)?$/i;

/** Whether a variable of this name is meant to hold a secret. */
export function namesSecret(variable: string): boolean {
  return secretName.test(variable);
}

/** Text of a language, a path or a host name repeats itself more than this. */
function isRandom(token: string): boolean {
  if (/^[a-f0-9]+$/i.test(token)) {
    return token.length >= 32 && bitsPerCharacter(token) > 3;
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter(kind => kind.test(token));
  return kinds.length === 3 && bitsPerCharacter(token) > 3.9;
}

function bitsPerCharacter(token: string): number {
  const counts = new Map<string, number>();
  for (const character of token) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.values()].reduce((bits, count) => {
    const share = count / token.length;
    return bits - share * Math.log2(share);
  }, 0);
}
