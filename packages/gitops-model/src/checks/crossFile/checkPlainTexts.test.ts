import { randomBytes } from 'node:crypto';
import { outline } from '../../__testUtils__/outline';
import type { FileEdit } from '../../plan/Plan';
import { checkPlainTexts } from './checkPlainTexts';

/** Something random that no other run has. */
const word = `x${randomBytes(9).toString('hex')}`;
const token = `ghp_${word}${word}`;
/** As random as a token, but of no issuer. */
const random = 'Zk3vQ9xTb7RwLm2YpNc5HdJs8GfA';

const create = (path: string, ...lines: string[]): FileEdit => ({
  kind: 'create',
  path,
  after: lines.join('\n'),
});
/** Severity and line of what is said. */
const check = (...edits: FileEdit[]) =>
  checkPlainTexts({ edits }).map(({ severity, line }) => `${severity} ${line}`);
const path = 'apps/notes/values.yaml';

describe('checkPlainTexts', () => {
  it.each<[string, string[], string[]]>([
    ['a token', [`a: ${token}`], ['error 1']],
    ['something random', ['a: 1', `b: ${random}`], ['warning 2']],
    ['both', [`# ${random}`, `a: ${token}`], ['warning 1', 'error 2']],
    ['plain words', ['a: nothing to see here'], []],
    ['a setting', ['env:', `  DB_PASSWORD: ${word}`], ['error 2']],
    ['one in quotes', [`"DB_PASSWORD": '${word}'`], ['error 1']],
    ['one in small letters', [`db_password: ${word}`], []],
    ['one of another name', [`DB_HOST: ${word}`], []],
    ['one that begins otherwise', [`1_PASSWORD: ${word}`], []],
    ['one that ends otherwise', [`DB-PASSWORD: ${word}`], []],
    ['an empty one', ['DB_PASSWORD: ""'], []],
    ['a number', ['DB_PASSWORD: 12'], []],
    ['a mapping', ['DB_PASSWORD:', `  from: ${word}`], []],
    ['a key that is no text', [`12: ${word}`, `[A]: ${word}`], []],
    ['a variable', ['- name: DB_PASSWORD', `  value: ${word}`], ['error 2']],
    [
      'one with its value first',
      [`- value: ${word}`, '  name: db_password'],
      ['error 1'],
    ],
    ['one of another name', ['- name: DB_HOST', `  value: ${word}`], []],
    ['one without a value', ['- name: DB_PASSWORD', '  valueFrom: {}'], []],
    ['one with a number for a name', ['- name: 1', `  value: ${word}`], []],
    [
      'a Secret',
      ['kind: Secret', 'data:', `  a: ${word}`, `  b: ${word}`],
      ['error 3', 'error 4'],
    ],
    [
      'one in text',
      ['kind: Secret', 'stringData:', `  a: ${word}`],
      ['error 3'],
    ],
    ['one without data', ['kind: Secret', 'data: {}', 'type: x'], []],
    ['one of odd data', ['kind: Secret', `data: ${word}`], []],
    ['one of odd keys', ['kind: Secret', 'data:', `  [a]: ${word}`], []],
    ['one of places', ['kind: Secret', 'data:', '  a: ${A}'], []],
    ['one of other fields', ['kind: Secret', 'metadata:', `  a: ${word}`], []],
    ['another kind', ['kind: ConfigMap', 'data:', `  a: ${word}`], []],
    ['a second document', ['a: 1', '---', `DB_PASSWORD: ${word}`], ['error 3']],
    [
      'a setting that is a token',
      [`DB_PASSWORD: ${token}`, `a: ${token}`],
      ['error 1', 'error 2'],
    ],
    ['no YAML', ['a: [', `b: ${token}`], ['error 2']],
    [
      'a key twice',
      [`A_TOKEN: ${word}`, `A_TOKEN: ${word}`],
      ['error 1', 'error 2'],
    ],
  ])('says of %s', (_, lines, expected) => {
    expect(check(create(path, ...lines))).toEqual(expected);
  });

  it.each([
    '${DB_PASSWORD}',
    'x-${A}',
    '$(DB_PASSWORD)',
    "'{{ .password }}'",
    '<your password>',
    '/run/secrets/db.key',
    'ref+vault://db',
    'vault:db',
    'op://vault/db',
  ])('takes %s for a place, not for a secret', value => {
    expect(check(create(path, `DB_PASSWORD: ${value}`))).toEqual([]);
  });

  it.each([
    '$DB_PASSWORD',
    'a<b>',
    '<a>b',
    'x/run/secrets',
    '/run secrets',
    'xref+a',
    'myvault:db',
  ])('takes %s for a secret', value => {
    expect(check(create(path, `DB_PASSWORD: ${value}`))).toEqual(['error 1']);
  });

  it.each([
    '.terraform.lock.hcl',
    'terraform/.terraform.lock.hcl',
    'yarn.lock',
    'a/b/poetry.lock',
    'package-lock.json',
    'go/go.sum',
  ])('leaves %s alone', generated => {
    expect(check(create(generated, token))).toEqual([]);
  });

  it.each([
    'x.terraform.lock.hcl.tf',
    'a.lock/b.txt',
    'my-package-lock.json',
    'cargo.sum',
    'go.sum.txt',
  ])('looks into %s', other => {
    expect(check(create(other, token))).toEqual(['error 1']);
  });

  it.each<[string, string[]]>([
    ['', [`a: ENC[AES256_GCM,data:${word}]`]],
    ['', ['a: 1', 'sops:', '  version: 1']],
    ['', ['{', '  "sops": {}', '}']],
    ['', ['kind: SealedSecret']],
    ['', ['kind:  SealedSecret']],
    ['not ', ['mysops: 1']],
    ['not ', ['kind: MySealedSecret']],
    ['not ', ['kind: SealedSecrets']],
    ['not ', ['xENC[AES256_GCM']],
  ])('takes a file for %sencrypted by %j', (not, lines) => {
    expect(check(create('a.txt', ...lines, token))).toHaveLength(not ? 1 : 0);
  });

  it('says nothing of lines that were there, wherever they are now', () => {
    const before = [`DB_PASSWORD: ${word}`, `a: ${token}`, 'b: 1'].join('\n');
    const within = `in:\n${before.replace(/^/gm, '  ')}`;
    const change = (after: string): FileEdit => ({
      kind: 'change',
      path,
      before,
      after,
    });
    expect(check(change(`# more\n${before}`))).toEqual([]);
    expect(check(change(within))).toEqual([]);
    expect(
      check({ kind: 'change', path, before: within, after: before }),
    ).toEqual([]);
    expect(check(change(`${before}\nc: ${token}\nA_TOKEN: ${word}`))).toEqual([
      'error 5',
      'error 4',
    ]);
  });

  it('looks into names and kinds in YAML alone, and into no file that goes', () => {
    expect(check(create('a.txt', `DB_PASSWORD: ${word}`))).toEqual([]);
    expect(check({ kind: 'delete', path, before: token })).toEqual([]);
  });

  it('says where a secret stands, and never what it is', () => {
    const findings = checkPlainTexts({
      edits: [create('a.md', token), create('b.md', random)],
    });
    expect(outline(findings)).toEqual([
      'error plain-secret-value a.md',
      'warning plain-secret-value b.md',
    ]);
    expect(findings).toMatchObject([
      {
        message: expect.stringContaining('stands here for all to read'),
        fix: expect.stringContaining('secret store'),
      },
      { message: expect.stringContaining('as random as a password') },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(
      new RegExp(`${token}|${random}`),
    );
  });
});
