import { addValue, setValue, valueAt } from './setValue';
import type { YamlPath, YamlValue } from './YamlValue';

const document = {
  image: { tag: 1.5, pull: true, note: null },
  env: [{ name: 'A', value: 'x' }],
  list: ['x'],
};

describe('what stands at a place', () => {
  it.each<[YamlPath, unknown]>([
    [[], document],
    [['image', 'tag'], 1.5],
    [['image', 'note'], null],
    [['env', 0, 'name'], 'A'],
    [['env', 1], undefined],
    [['env', '0'], undefined],
    [['list', 'length'], undefined],
    [['image', 'constructor'], undefined],
    [['image', 'tag', 'deep'], undefined],
    [['image', 'note', 'deep'], undefined],
    [['missing', 'deep'], undefined],
  ])('at %j', (path, value) => {
    expect(valueAt(document, path)).toEqual(value);
  });
});

describe('the edit that sets a value', () => {
  it.each<[YamlPath, string | number | boolean]>([
    [['image', 'tag'], 1.5],
    [['image', 'tag'], '1.5'],
    [['image', 'pull'], 'true'],
    [['image', 'pull'], true],
    [['env', 0, 'value'], 'x'],
  ])('is none where %j holds %j already', (path, value) => {
    expect(setValue(document, path, value)).toBeUndefined();
  });

  it.each<[YamlPath, string | number | boolean]>([
    [['image', 'tag'], 2],
    [['image', 'pull'], false],
    [['env', 0, 'value'], 'y'],
    // These it cannot replace; the edit itself refuses.
    [['list'], 'x'],
    [['image', 'note'], 'null'],
  ])('replaces what is at %j by %j', (path, value) => {
    expect(setValue(document, path, value)).toEqual({
      kind: 'replace-scalar',
      path,
      value,
    });
  });

  it('adds what is missing', () => {
    expect(setValue(document, ['image', 'digest', 'sha'], 'x')).toMatchObject({
      kind: 'insert-entry',
      path: ['image'],
      key: 'digest',
      value: { sha: 'x' },
    });
  });
});

describe('the edit that adds a value', () => {
  it.each<[YamlPath, YamlValue, YamlPath, string, YamlValue]>([
    [['new'], ['x'], [], 'new', ['x']],
    [['image', 'digest'], 'x', ['image'], 'digest', 'x'],
    [['env', 0, 'from', 'key'], 'x', ['env', 0], 'from', { key: 'x' }],
    [['a', 'b', 1], null, [], 'a', { b: { 1: null } }],
    [['image', 'toString'], 'x', ['image'], 'toString', 'x'],
  ])('at %j', (path, value, map, key, entry) => {
    expect(addValue(document, path, value)).toMatchObject({
      kind: 'insert-entry',
      path: map,
      key,
      value: entry,
    });
  });

  it.each([
    ['cpu', 'memory'],
    ['requests', 'limits'],
    ['replicas', 'revisionHistoryLimit'],
    ['replicas', 'minReadySeconds'],
    ['replicas', 'strategy'],
    ['replicas', 'updateStrategy'],
    ['replicas', 'selector'],
    ['replicas', 'serviceName'],
    ['replicas', 'labels'],
    ['replicas', 'annotations'],
    ['replicas', 'pod'],
    ['replicas', 'template'],
    ['replicas', 'initContainers'],
    ['replicas', 'containers'],
  ])('has %s before %s', (key, follower) => {
    expect(addValue({ spec: {} }, ['spec', key], 1)).toMatchObject({
      before: expect.arrayContaining([follower]),
    });
  });

  it('has no other key before any', () => {
    expect(addValue({}, ['image'], 1)).toMatchObject({ before: [] });
    expect(addValue({}, ['toString'], 1)).toMatchObject({ before: [] });
  });

  it.each<[YamlPath]>([[['image', 'tag']], [['image', 'note']], [[]]])(
    'is none where %j is there',
    path => {
      expect(addValue(document, path, 'x')).toBeUndefined();
    },
  );
});
