import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';
import { detectYamlStyle } from './YamlStyle';

type Entry = Extract<YamlEdit, { kind: 'insert-entry' }>;

describe('a blank line before a new entry', () => {
  const spaced = detectYamlStyle(['a: 1\n\nspec: 1\n\ndata: 2\n']);
  it.each<[string, string, Omit<Entry, 'kind'>, string]>([
    [
      'as elsewhere',
      'a: 1\nb: 2\n',
      { path: [], key: 'spec', value: 1 },
      'a: 1\nb: 2\n\nspec: 1\n',
    ],
    [
      'as elsewhere, in Windows',
      'a: 1\r\n',
      { path: [], key: 'spec', value: 1 },
      'a: 1\r\n\r\nspec: 1\r\n',
    ],
    [
      'as elsewhere, behind one',
      'a: 1\nb: 2\n',
      { path: [], key: 'spec', value: 1, after: 'a' },
      'a: 1\n\nspec: 1\nb: 2\n',
    ],
    [
      'as all others here',
      'a: 1\n\nspec: 2\n\ndata: 3\n',
      { path: [], key: 'x', value: 1 },
      'a: 1\n\nspec: 2\n\ndata: 3\n\nx: 1\n',
    ],
    [
      'not where it is not elsewhere',
      'a: 1\nb: 2\n',
      { path: [], key: 'x', value: 1 },
      'a: 1\nb: 2\nx: 1\n',
    ],
    [
      'not where one other is',
      'a: 1\n\nspec: 2\n',
      { path: [], key: 'x', value: 1 },
      'a: 1\n\nspec: 2\nx: 1\n',
    ],
    [
      'not where some others are',
      'a: 1\n\nspec: 2\nb: 1\n',
      { path: [], key: 'x', value: 1 },
      'a: 1\n\nspec: 2\nb: 1\nx: 1\n',
    ],
    [
      'not deeper',
      'a: 1\n\nspec:\n  b: 1\n',
      { path: ['spec'], key: 'data', value: 1 },
      'a: 1\n\nspec:\n  b: 1\n  data: 1\n',
    ],
    [
      'not in a line',
      '{a: 1}\n',
      { path: [], key: 'spec', value: 1 },
      '{a: 1, spec: 1}\n',
    ],
  ])('sets it apart %s', (_name, text, entry, after) => {
    expect(
      editYaml(text, { kind: 'insert-entry', ...entry }, 0, spaced),
    ).toEqual({ ok: true, text: after });
  });
});
