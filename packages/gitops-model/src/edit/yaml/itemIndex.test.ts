import { editYaml } from './editYaml';

type How = { sorted?: boolean; grouped?: boolean };

function insert(items: readonly string[], value: string, how: How) {
  const text = items.map(item => `- ${item}\n`).join('');
  const outcome = editYaml(text, {
    kind: 'insert-item',
    path: [],
    value,
    ...how,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.text
    .trimEnd()
    .split('\n')
    .map(line => line.replace('- ', ''));
}

describe('the place of a new item', () => {
  it.each<[string, string[], How, string[]]>([
    ['its own in a sorted list', ['b', 'd'], { sorted: true }, ['b', 'c', 'd']],
    ['the first', ['d', 'e'], { sorted: true }, ['c', 'd', 'e']],
    ['the last', ['a', 'b'], { sorted: true }, ['a', 'b', 'c']],
    [
      'behind one that is the same',
      ['b', 'c # old', 'd'],
      { sorted: true },
      ['b', 'c # old', 'c', 'd'],
    ],
    [
      'its own where another is there twice',
      ['b', 'b', 'd'],
      { sorted: true },
      ['b', 'b', 'c', 'd'],
    ],
    ['the end unless asked', ['b', 'd'], {}, ['b', 'd', 'c']],
    [
      'the end of a list that is not sorted',
      ['d', 'b'],
      { sorted: true },
      ['d', 'b', 'c'],
    ],
    [
      'the end of a list that holds more than texts',
      ['b', '1', 'd'],
      { sorted: true },
      ['b', '1', 'd', 'c'],
    ],
    [
      'the end of a list that holds maps',
      ['b: 1', 'd: 1'],
      { sorted: true },
      ['b: 1', 'd: 1', 'c'],
    ],
    [
      'its own behind what sorts before letters',
      ['../base', 'b', 'd'],
      { sorted: true },
      ['../base', 'b', 'c', 'd'],
    ],
  ])('is %s', (_name, items, how, after) => {
    expect(insert(items, 'c', how)).toEqual(after);
  });

  it('is the end for what is no text, and among what is none', () => {
    expect(
      editYaml('- b\n- c\n', {
        kind: 'insert-item',
        path: [],
        value: { a: 1 },
        sorted: true,
      }),
    ).toEqual({ ok: true, text: '- b\n- c\n- a: 1\n' });
    expect(insert(['1', '2'], '0', { sorted: true })).toEqual([
      '1',
      '2',
      "'0'",
    ]);
  });

  it.each<[string, string[], How, string[]]>([
    [
      'behind the last path of its directory and ending',
      ['apps/a-app.yaml', 'apps/b-app.yaml', 'apps/b-db.yaml', 'x-app.yaml'],
      { grouped: true },
      [
        'apps/a-app.yaml',
        'apps/b-app.yaml',
        'apps/c-app.yaml',
        'apps/b-db.yaml',
        'x-app.yaml',
      ],
    ],
    [
      'behind the last of its directory where none ends alike',
      ['apps/a-db.yaml', 'apps/b-db.yaml', 'more/a-app.yaml', 'z'],
      { grouped: true },
      [
        'apps/a-db.yaml',
        'apps/b-db.yaml',
        'apps/c-app.yaml',
        'more/a-app.yaml',
        'z',
      ],
    ],
    [
      'the end where none lies in its directory',
      ['more/apps/a-app.yaml', 'b'],
      { grouped: true },
      ['more/apps/a-app.yaml', 'b', 'apps/c-app.yaml'],
    ],
    [
      'the end unless asked',
      ['apps/a-app.yaml', 'b'],
      {},
      ['apps/a-app.yaml', 'b', 'apps/c-app.yaml'],
    ],
    [
      'behind the last of its kind, past what is no text',
      ['apps/a-app.yaml', '{b: 1}', 'z'],
      { grouped: true },
      ['apps/a-app.yaml', 'apps/c-app.yaml', '{b: 1}', 'z'],
    ],
    [
      'its own where the list is sorted',
      ['apps/d-app.yaml', 'b'],
      { sorted: true, grouped: true },
      ['apps/c-app.yaml', 'apps/d-app.yaml', 'b'],
    ],
    [
      'beside its kind where the list is not sorted',
      ['z', 'apps/d-app.yaml', 'b'],
      { sorted: true, grouped: true },
      ['z', 'apps/d-app.yaml', 'apps/c-app.yaml', 'b'],
    ],
  ])('of a path is %s', (_name, items, how, after) => {
    expect(insert(items, 'apps/c-app.yaml', how)).toEqual(after);
  });

  it.each([
    [
      'without ending is behind the last of its directory',
      'apps/c.yaml',
      ['apps/b-app.yaml', 'b', 'z'],
      1,
    ],
    [
      'without ending in a directory with a dash too',
      'x-y/c',
      ['x-y/a', 'x-y/b', 'z-y/c'],
      2,
    ],
    ['without directory is the end', 'c-app', ['a-app', 'b', 'z'], 3],
    [
      'with several dashes goes by the last',
      'apps/c-app-db',
      ['apps/a-app-db', 'apps/b-app', 'z'],
      1,
    ],
  ])('of a path %s', (_name, value, items, index) => {
    expect(insert(items, value, { grouped: true })).toEqual(
      items.toSpliced(index, 0, value),
    );
  });

  it('goes by the deepest directory and the last dash', () => {
    expect(
      insert(['a/b/x-y-z', 'a/c/x-y-z', 'a/b/x-z-y'], 'a/b/new-z', {
        grouped: true,
      }),
    ).toEqual(['a/b/x-y-z', 'a/b/new-z', 'a/c/x-y-z', 'a/b/x-z-y']);
  });
});
