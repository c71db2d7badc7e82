const secretName =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)$/i;

const secretValues = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/,
  /\b(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hvs\.)[\w-]{16,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i,
];

/**
 * Whether an environment variable seems to carry a secret: by its name, or by
 * a value in the form of a well-known key or of an URL with a password. It
 * runs before anything leaves the browser; the checks on the server look
 * again, and harder.
 */
export function looksLikeSecret(name: string, value: string): boolean {
  return (
    value !== '' &&
    (secretName.test(name) || secretValues.some(form => form.test(value)))
  );
}
