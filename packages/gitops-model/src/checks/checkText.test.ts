import { monosense } from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { createApp, profile } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { checkRoutePath } from './checkRoutePath';
import { checkText } from './checkText';
import { checkVariables } from './checkVariables';
import { quoteValue } from './quoteValue';

describe('checkText', () => {
  // First and last of each range, and what lies right beside it.
  it.each([
    ['\t\n ~', undefined],
    ['\u0000', 'U+0000'],
    ['a\u0008', 'U+0008'],
    ['\u000b', 'U+000B'],
    ['\r', 'U+000D'],
    ['\u001f', 'U+001F'],
    ['\u007f', 'U+007F'],
    ['\u009f', 'U+009F'],
    ['\u00a0', undefined],
    ['\u00ac\u00ae', undefined],
    ['\u00ad', 'U+00AD'],
    ['\u061c', 'U+061C'],
    ['\u180e', 'U+180E'],
    ['\u200b', 'U+200B'],
    ['\u200c\u200d', undefined],
    ['\u200e', 'U+200E'],
    ['\u200f', 'U+200F'],
    ['\u2027\u202f', undefined],
    ['\u2028', 'U+2028'],
    ['\u202e', 'U+202E'],
    ['\u205f', undefined],
    ['\u2060', 'U+2060'],
    ['\u206f', 'U+206F'],
    ['\u2070', undefined],
    ['\ufeff', 'U+FEFF'],
    ['\ufff8', undefined],
    ['\ufff9', 'U+FFF9'],
    ['\ufffb', 'U+FFFB'],
    ['\ufffc', undefined],
    ['\u{e0000}', 'U+E0000'],
    ['\u{e007f}', 'U+E007F'],
    ['\u{e0080}', undefined],
    ['\ud83d', 'U+D83D'],
    ['😀 é 日本 عربي', undefined],
    ['', undefined],
  ])('finds in %j %s', (text, point) => {
    const findings = checkText(text, 'description');
    expect(outline(findings)).toEqual(
      point === undefined ? [] : ['error text-unsafe description'],
    );
    expect(
      findings.map(
        ({ message }) => /^The text holds (\S+),/.exec(message)?.[1],
      ),
    ).toEqual(point === undefined ? [] : [point]);
  });

  it('says what to do', () => {
    expect(checkText('a\u202eb', 'description')).toMatchObject([
      {
        message: expect.stringContaining('cannot be seen'),
        fix: expect.stringContaining('Type the text again'),
      },
    ]);
  });
});

describe('quoteValue', () => {
  it.each([
    ['notes', '“notes”'],
    ['', '“”'],
    ['a\nb\tc', '“a b c”'],
    ['a\u202eb\u0000', '“a\ufffdb\ufffd”'],
    ['x'.repeat(60), `“${'x'.repeat(60)}”`],
    ['x'.repeat(61), `“${'x'.repeat(60)}…”`],
    ['😀'.repeat(60), `“${'😀'.repeat(60)}”`],
    ['😀'.repeat(61), `“${'😀'.repeat(60)}…”`],
  ])('shows %j as %s', (value, shown) => {
    expect(quoteValue(value)).toBe(shown);
  });
});

describe('checkVariables', () => {
  const paths = (change: object) =>
    checkVariables({ ...createApp, ...change }, monosense).map(
      ({ field }) => field,
    );

  it.each<[object, string[]]>([
    [{}, []],
    [{ description: 'costs 5$ or $HOME or {x}' }, []],
    [{ description: 'a ${b}' }, ['description']],
    [{ description: 'a $$b' }, ['description']],
    [
      { env: [createApp.env[0], { name: 'A', value: '${B}' }] },
      ['env.1.value'],
    ],
    [{ owner: '${a}', app: '${b}' }, ['app', 'owner']],
    [{ values: { '${key}': 1 } }, ['values.${key}']],
    [
      { values: { list: [{ deep: '$$' }, null, 7, true] } },
      ['values.list.0.deep'],
    ],
    [{ values: null }, []],
  ])('of %j blames %j', (change, fields) => {
    expect(paths(change)).toEqual(fields);
  });

  it('says what is taken for a variable', () => {
    expect(
      checkVariables({ ...createApp, description: 'a ${b}' }, monosense),
    ).toMatchObject([
      {
        code: 'text-unsafe',
        severity: 'error',
        message: expect.stringContaining('“a ${b}”'),
        fix: expect.stringContaining('“${” and “$$”'),
      },
    ]);
  });

  it('leaves texts alone where nothing is replaced', () => {
    const operation: Operation = { ...createApp, description: '${a}' };
    const withoutVariables = {
      ...monosense,
      layouts: monosense.layouts.map(layout => ({
        ...layout,
        blocks: layout.blocks.map(options =>
          options.block === 'flux-kustomization'
            ? { ...options, variables: undefined }
            : options,
        ),
      })),
    };
    expect(checkVariables(operation, profile)).toEqual([]);
    expect(checkVariables(operation, withoutVariables)).toEqual([]);
    const inEveryLayout = {
      ...withoutVariables,
      blocks: monosense.layouts[0].blocks,
    };
    expect(outline(checkVariables(operation, inEveryLayout))).toEqual([
      'error text-unsafe description',
    ]);
  });
});

describe('checkRoutePath', () => {
  it.each(['/', '/api', '/api/', '/a.b/c..d', "/~!$&'()+,;=:@-_", '/...'])(
    'takes %s',
    path => expect(checkRoutePath(path)).toEqual([]),
  );

  it.each([
    '',
    'api',
    'app/api',
    '//',
    '/a//b',
    '/a//',
    '/.',
    '/..',
    '/../a',
    '/a/./b',
    '/a/..',
    '/*',
    '/a%2e',
    '/a?b',
    '/a#b',
    '/a b',
    '/a\n',
    '/a{b}',
    '/a\\b',
  ])('refuses %j', path =>
    expect(outline(checkRoutePath(path))).toEqual(['error path-invalid path']),
  );

  it('names the path', () => {
    expect(checkRoutePath('api')).toMatchObject([
      {
        message: expect.stringContaining('“api” is no path prefix'),
        fix: expect.stringContaining('“/api”'),
      },
    ]);
  });
});
