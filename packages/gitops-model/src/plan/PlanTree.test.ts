import { createSnapshot } from '../snapshot/createSnapshot';
import { PlanTree } from './PlanTree';

function treeOf(files: Record<string, string>): PlanTree {
  return new PlanTree(
    createSnapshot({
      commit: '0123456789abcdef0123456789abcdef01234567',
      files,
    }),
  );
}

const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };
const text = 'apiVersion: v1\nkind: ConfigMap\n';

describe('files of a plan’s tree', () => {
  it('are listed as they are by now, sorted', () => {
    const tree = treeOf({ 'b/two': '', 'b/one': '', 'b/c/deep': '', a: '' });
    expect(tree.listAll()).toEqual(['a', 'b/c/deep', 'b/one', 'b/two']);
    tree.writeText('b/c/new', 'x');
    tree.writeText('b/one', 'x');
    tree.remove('b/two');
    expect(tree.listAll()).toEqual(['a', 'b/c/deep', 'b/c/new', 'b/one']);
    expect(tree.listBelow('b')).toEqual(['b/c/deep', 'b/c/new', 'b/one']);
    expect(tree.list('b')).toEqual(['b/one']);
    expect(tree.list('b/c')).toEqual(['b/c/deep', 'b/c/new']);
    expect(tree.created('b')).toEqual(['b/c/new']);
    tree.writeText('b/two', '');
    expect(tree.list('b')).toEqual(['b/one', 'b/two']);
    expect(tree.created('b')).toEqual(['b/c/new']);
  });

  it('are read as they are by now', () => {
    const tree = treeOf({ 'a.yaml': `${text}---\nkind: Secret\n` });
    expect(tree.readYaml('a.yaml')).toEqual([configMap, { kind: 'Secret' }]);
    tree.writeText('a.yaml', 'kind: Secret\n');
    expect(tree.readYaml('a.yaml')).toEqual([{ kind: 'Secret' }]);
    tree.remove('a.yaml');
    expect(tree.readYaml('a.yaml')).toEqual([]);
    expect(tree.has('a.yaml')).toBe(false);
  });

  it.each([
    ['there is none', {}],
    ['they are broken', { 'a.yaml': 'kind: [' }],
    [
      'their aliases would not fit',
      { 'a.yaml': `a: &a [x]\nb: [${Array(200).fill('*a').join(', ')}]\n` },
    ],
  ])('have no documents where %s', (_, files) => {
    expect(treeOf(files).readYaml('a.yaml')).toEqual([]);
  });

  it('are told as edits by what became of them', () => {
    const tree = treeOf({ b: 'b', c: 'c', d: 'd' });
    tree.writeText('d', 'other');
    tree.writeText('c', 'c');
    tree.remove('b');
    tree.writeText('a', 'new');
    tree.writeText('e', 'short-lived');
    tree.remove('e');
    expect(tree.edits()).toEqual([
      { kind: 'create', path: 'a', after: 'new' },
      { kind: 'delete', path: 'b', before: 'b' },
      { kind: 'change', path: 'd', before: 'd', after: 'other' },
    ]);
  });

  it.each<[string, (tree: PlanTree) => unknown, string]>([
    [
      'a file that is there is created',
      tree => tree.createYaml('a.yaml', configMap),
      'there is a file of that name already',
    ],
    [
      'a manifest is added to what is no YAML',
      tree => tree.addYaml('broken.yaml', configMap),
      'the file is no YAML that two parsers agree on',
    ],
    [
      'its only document is removed',
      tree => tree.removeYaml('a.yaml', 0),
      'it would be left without a document',
    ],
    [
      'a file is edited that is not there',
      tree =>
        tree.editYaml('x.yaml', { kind: 'remove-entry', path: [], key: 'a' }),
      'there is no such text file',
    ],
    [
      'a place is edited that is not there',
      tree =>
        tree.editYaml('a.yaml', { kind: 'remove-entry', path: [], key: 'a' }),
      'the file has no such place to edit',
    ],
  ])('stay as they are where %s', (_, change, reason) => {
    const tree = treeOf({ 'a.yaml': text, 'broken.yaml': 'kind: [' });
    expect(change(tree)).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
    expect(tree.edits()).toEqual([]);
  });
});

describe('the style of a new file', () => {
  const list = { kind: 'List', items: ['a'] };
  const plain = 'kind: List\nitems:\n- a\n';
  const indented = '---\nkind: List\nitems:\n  - a\n';
  const written = (
    files: Record<string, string>,
    path = 'apps/new/list.yaml',
  ) => {
    const tree = treeOf(files);
    expect(tree.createYaml(path, list)).toMatchObject({ ok: true });
    return tree.readText(path);
  };
  const each = (paths: string[], of: string) =>
    Object.fromEntries(paths.map(path => [path, of]));
  const elsewhere = ['x/1/list.yaml', 'x/2/list.yaml', 'x/3/list.yaml'];
  const beside = ['apps/1/list.yaml', 'apps/2/list.yaml', 'apps/3/list.yaml'];
  const others = ['o/a.yaml', 'o/b.yml', 'o/c.yaml', 'o/d.yml'];

  it.each<[string, Record<string, string>, string]>([
    [
      'files of its name',
      { ...each(elsewhere, indented), ...each(others, plain) },
      indented,
    ],
    [
      'neighbours of its name, where they are three',
      {
        ...each([...elsewhere, 'x/4/list.yaml'], plain),
        ...each(beside, indented),
      },
      indented,
    ],
    [
      'all of its name, where neighbours are two',
      { ...each(elsewhere, plain), ...each(beside.slice(1), indented) },
      plain,
    ],
    [
      'files of its directory',
      {
        'apps/new/a.yaml': indented,
        'apps/new/deeper/a.yaml': plain,
        ...each(others, plain),
      },
      indented,
    ],
    ['the repository, without any', each(others, indented), indented],
    [
      'YAML alone',
      {
        ...each(others, indented),
        ...each(
          ['o/1.yaml.txt', 'o/2.md', 'o/3.yaml.tpl', 'o/4', 'o/5', 'o/6'],
          plain,
        ),
      },
      indented,
    ],
  ])('follows %s', (_, files, expected) => {
    expect(written(files)).toBe(expected);
  });

  it('does not take over that one file lacks its last line end', () => {
    const bare = indented.trimEnd();
    expect(written({ 'x/list.yaml': bare, ...each(others, plain) })).toBe(
      indented,
    );
    expect(written(each(elsewhere, bare))).toBe(bare);
  });
});
