import { parseBothWays, sameData } from './parseBothWays';

describe('reading YAML with two parsers', () => {
  it('gives what each of them understands', () => {
    expect(parseBothWays('a: 1\n---\n- b\n')).toEqual({
      first: [{ a: 1 }, ['b']],
      second: [{ a: 1 }, ['b']],
    });
    // What is text by YAML 1.2 is a number or a date by YAML 1.1.
    expect(parseBothWays('a: 2024-01-01\n')).toEqual({
      first: [{ a: '2024-01-01' }],
      second: [{ a: new Date('2024-01-01') }],
    });
  });

  it.each([
    ['what both refuse', 'a: [\n'],
    ['what the first refuses: no space before a comment', 'a: "x"#c\n'],
    ['what the first refuses in the second document', 'a: 1\n---\na: "x"#c\n'],
    ['what the first refuses: a flow map not indented', 'a: {\nb: 1\n}\n'],
    ['what the second refuses: an unknown tag', 'a: !local 1\n'],
    ['an alias without its anchor', 'a: *x\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['aliases of aliases', aliasBomb(3)],
  ])('refuses %s', (_name, text) => {
    expect(parseBothWays(text)).toBeUndefined();
  });

  it('takes a few aliases', () => {
    expect(parseBothWays(aliasBomb(1))?.first).toHaveLength(1);
  });
});

describe('the same data', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, false],
    [[1, 2], [2, 1], false],
    ['1', 1, false],
  ])('%j and %j: %j', (one, other, same) => {
    expect(sameData(one, other)).toBe(same);
  });
});

/** Lists that hold nine aliases of the list before, so many times over. */
function aliasBomb(levels: number): string {
  const names = 'abcdefgh'.slice(0, levels + 1).split('');
  return names
    .map((name, at) => {
      const item = at === 0 ? '1' : `*${names[at - 1]}`;
      return `${name}: &${name} [${Array(9).fill(item).join(', ')}]\n`;
    })
    .join('');
}
