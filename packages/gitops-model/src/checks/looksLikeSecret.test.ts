import {
  hasSecretShape,
  looksLikeSecret,
  namesSecret,
} from './looksLikeSecret';

/** Made here, so that no scanner takes them for tokens. */
const lower = (count: number) => 'x'.repeat(count);
const upper = (count: number) => 'X'.repeat(count);
const hexDigits = (count: number) => 'a'.repeat(count);

describe('hasSecretShape', () => {
  it.each([
    ['-----BEGIN PRIVATE', ' KEY-----', '-----'],
    ['-----BEGIN OPENSSH PRIVATE', ' KEY-----', '-----'],
    ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map(kind => [
      `${kind}_`,
      lower(30),
      lower(29),
    ]),
    ['github_pat_', `1_${lower(18)}`, lower(19)],
    ['glpat-', `-_${lower(14)}`, lower(15)],
    ...[...'abeoprs'].map(kind => [`xox${kind}-`, `1-${lower(8)}`, lower(9)]),
    ['AKIA', upper(16), upper(15)],
    ['ASIA', `7${upper(15)}`, upper(17)],
    ['AIza', `-_${lower(28)}`, lower(29)],
    ...['sk', 'rk', 'pk'].flatMap(kind => [
      [`${kind}_live_`, lower(10), lower(9)],
      [`${kind}_test_`, `1${lower(9)}`, `-${lower(9)}`],
    ]),
    ['sk-', `-${lower(19)}`, lower(19)],
    ...['hvs', 'hvb', 'hvr'].map(kind => [
      `${kind}.`,
      `-_${lower(18)}`,
      lower(19),
    ]),
    ['npm_', `A1${lower(28)}`, lower(29)],
    ['SG.', `${lower(15)}-.${lower(15)}_`, `${lower(16)}.${lower(15)}`],
    ['SG.', `${lower(16)}.${lower(16)}`, `${lower(15)}.${lower(16)}`],
    ['dop_v1_', `0${hexDigits(39)}`, hexDigits(39)],
    ['AGE-SECRET-KEY-1', `7${upper(19)}`, upper(19)],
    ['eyJ', `${lower(7)}-.eyJ${lower(8)}.`, `${lower(8)}.eyJ${lower(7)}.`],
    ['eyJ', `${lower(8)}.eyJ${lower(7)}-.`, `${lower(7)}.eyJ${lower(8)}.`],
    ['postgres://', 'me:word@db/notes', 'me@db/notes'],
    ['https://', ':word@a.b', 'a.b:80/@c'],
    ['git+SSH://', 'me:word@a.b', 'me: word@a.b'],
    ['s3-x.y2://', 'me:word@a', 'a/me:word@a'],
    ['b://', 'me:word@a', 'me:@a'],
  ])('knows %s by what follows it', (start, end, short) => {
    expect(hasSecretShape(`at ${start}${end}`)).toBe(true);
    expect(hasSecretShape(`at ${start}${short}`)).toBe(false);
    expect(hasSecretShape(start)).toBe(false);
  });

  it('knows tokens of issuers at the start of a word alone', () => {
    expect(hasSecretShape(`task-${lower(20)}`)).toBe(false);
    expect(hasSecretShape(`=sk-${lower(20)}`)).toBe(true);
    expect(hasSecretShape(`AKIA${upper(16)}.`)).toBe(true);
  });
});

describe('looksLikeSecret', () => {
  const hex = '0123456789abcdef';
  const mixed = 'aB3dE5gH7jK9mN1pQ2sT';
  const uuid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

  it.each([
    ['', false],
    [`ghp_${lower(30)}`, true],
    ['Who said what, and when, in the meeting of Tuesday', false],
    ['https://journal.exitthecloud.eu/auth/callback?next=/Start2', false],
    [mixed, true],
    [`the key ${mixed}, kept`, true],
    [`${lower(25)} ${mixed}`, true],
    [mixed.slice(1), false],
    [mixed.toLowerCase().replace(/\d/g, '-'), false],
    // Letters of one case, or no digits: no randomness of tokens.
    ['a0b1c2d3e4f5g6h7i8j9k', false],
    ['A0B1C2D3E4F5G6H7I8J9K', false],
    ['aBcDeFgHiJkLmNoPqRsTuV', false],
    // Few different characters.
    ['aB3aB3aB3aB3aB3aB3aB3aB3', false],
    ['aB3dE5gaB3dE5gaB3dE5gaB3dE5g', false],
    // Hexadecimal from 32 characters on.
    [`${hex}${hex}`, true],
    [`${hex}${hex}`.toUpperCase(), true],
    [`${hex}${hex}`.slice(1), false],
    ['01234567'.repeat(4), false],
    [hexDigits(64), false],
    // Hexadecimal at one end alone.
    [`${mixed}abc0`, true],
    [`0abc${mixed}`, true],
    [`sha256:${hex.repeat(4)}`, false],
    [`ghcr.io/a/b:1@sha256:${hex.repeat(4)}`, false],
    [`sha512:${hex.repeat(8)}`, false],
    [`sha256:${hex.repeat(4)} sha256:${hex.repeat(4)}`, false],
    [`sha256:${hex.repeat(4).slice(1)}`, true],
    [`sha1:${hex.repeat(4)}`, true],
    [`sha256:${hex.repeat(4)} ${mixed}`, true],
    [`Tenant=${uuid}`, false],
    [`Tenant=${uuid.toUpperCase()} Owner=${uuid}`, false],
    [`Tenant=${uuid.slice(1)}`, true],
    [`Tenant=${uuid}0`, true],
  ])('says of %j %j', (text, expected) => {
    expect(looksLikeSecret(text)).toBe(expected);
  });
});

describe('namesSecret', () => {
  it.each([
    ['PASSWORD', true],
    ['db_password', true],
    ['DB-PASSWD', true],
    ['SSH_PASSPHRASE', true],
    ['PWD', true],
    ['CLIENT_SECRET', true],
    ['TOKEN_BASE64', true],
    ['API_KEY', true],
    ['APIKEY', true],
    ['PRIVATE_KEY', true],
    ['PRIVATEKEY', true],
    ['SECRET_KEY', true],
    ['SECRETKEY', true],
    ['ACCESS_KEY', true],
    ['ACCESSKEY', true],
    ['ENCRYPTION_KEY', true],
    ['ENCRYPTIONKEY', true],
    ['SIGNING_KEY', true],
    ['SIGNINGKEY', true],
    ['CREDENTIAL', true],
    ['CREDENTIALS', true],
    ['LOG_LEVEL', false],
    ['KEY', false],
    ['MONKEY_TOKENS', false],
    ['MYTOKEN', false],
    ['TOKEN_URL', false],
    ['PASSWORD_FILE', false],
    ['TOKEN_BASE64_LENGTH', false],
  ])('says of %s %j', (variable, expected) => {
    expect(namesSecret(variable)).toBe(expected);
  });
});
