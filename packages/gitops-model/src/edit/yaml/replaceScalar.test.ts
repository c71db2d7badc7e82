import { editYaml } from './editYaml';
import type { YamlPath } from './YamlValue';

const noPlace = {
  ok: false,
  reason: 'the file has no such place to edit',
};

const tooMuch = {
  ok: false,
  reason: 'the edit would change more than it should',
};

describe('replacing a scalar', () => {
  it.each<[string, string, YamlPath, string | number | boolean, string]>([
    ['by a number', 'a: 1 # one\n', ['a'], 2, 'a: 2 # one\n'],
    ['by what needs quotes', 'a: x\n', ['a'], 'no', "a: 'no'\n"],
    [
      'by what looks like a comment',
      'a: x # c\n',
      ['a'],
      'y # z',
      "a: 'y # z' # c\n",
    ],
    ['in its single quotes', "a: 'x'\n", ['a'], "it's", "a: 'it''s'\n"],
    [
      'in double quotes where single ones cannot',
      "a: 'x'\n",
      ['a'],
      'x\ny',
      'a: "x\\ny"\n',
    ],
    ['of several letters in double quotes', "a: 'x'\n", ['a'], 'é', 'a: "é"\n'],
    [
      'in its double quotes',
      'a: "x"\n',
      ['a'],
      'it\'s "y"',
      'a: "it\'s \\"y\\""\n',
    ],
    ['in quotes by a number', 'a: "x"\n', ['a'], 2, 'a: 2\n'],
    ['in quotes by a boolean', "a: 'x'\n", ['a'], true, 'a: true\n'],
    ['in a list of a line', 'a: [x, "y"]\n', ['a', 1], 'z', 'a: [x, "z"]\n'],
    ['in a list', '- x\n- y\n', [1], 'z', '- x\n- z\n'],
    ['that is the file', 'x\n', [], 'z', 'z\n'],
    ['over lines', 'a: x\n  y\nb: 1\n', ['a'], 'z', 'a: z\nb: 1\n'],
    [
      'behind an anchor',
      "a: &x 'one' # 1\nb: 2\n",
      ['a'],
      'two',
      "a: &x 'two' # 1\nb: 2\n",
    ],
    ['behind a tag', 'a: !!str 1\n', ['a'], '2', "a: !!str '2'\n"],
    [
      'in the quotes of the file',
      'b: "q"\na: x\n',
      ['a'],
      'no',
      'b: "q"\na: "no"\n',
    ],
  ])('%s', (_name, text, path, value, after) => {
    expect(editYaml(text, { kind: 'replace-scalar', path, value })).toEqual({
      ok: true,
      text: after,
    });
  });

  it.each<[string, string, YamlPath, string, typeof noPlace]>([
    ['a place that is not there', 'a: 1\n', ['b'], 'x', noPlace],
    ['a list', 'a: [1]\n', ['a'], 'x', noPlace],
    ['a text over lines', 'a: |-\n  x\n', ['a'], 'y', noPlace],
    ['a folded text', 'a: >-\n  x\n', ['a'], 'y', noPlace],
    ['what has no value', 'a:\n', ['a'], 'x', tooMuch],
    ['what says it has no value', 'a: null\n', ['a'], 'x', tooMuch],
    ['a plain text by lines', 'a: x\n', ['a'], 'y\nz', tooMuch],
  ])('refuses %s', (_name, text, path, value, refusal) => {
    expect(editYaml(text, { kind: 'replace-scalar', path, value })).toEqual(
      refusal,
    );
  });
});
