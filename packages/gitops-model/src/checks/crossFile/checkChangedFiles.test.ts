import { changeOf, of, unitOf } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import type { DeploymentUnit, Namespace } from '../../read/RepositoryModel';
import { createSnapshot } from '../../snapshot/createSnapshot';
import { checkChangedImages } from './checkChangedImages';
import { checkChangedManifests } from './checkChangedManifests';
import { checkFileSizes } from './checkFileSizes';
import { editsBetween } from './editsBetween';
import { newFindings } from './newFindings';
import { patchFiles } from './patchFiles';

type Files = Record<string, string | Uint8Array>;

const snapshotOf = (files: Files) =>
  createSnapshot({ commit: '0'.repeat(40), files });

/** A change of files, and of the units that are there. */
function change(
  before: Files,
  after: Files,
  units: DeploymentUnit[] = [],
  namespaces: Namespace[] = [],
) {
  const parts = { units, namespaces };
  const { fork, base, head, ...rest } = changeOf(parts, parts);
  const [from, to] = [snapshotOf(before), snapshotOf(after)];
  return {
    ...rest,
    fork: { ...fork, snapshot: from },
    base: { ...base, snapshot: from },
    head: { ...head, snapshot: to },
    edits: editsBetween(from, to),
  };
}

describe('editsBetween', () => {
  const binary = new Uint8Array([0xff, 0xfe, 0x00]);

  it('is every text that is another one, by path', () => {
    expect(
      editsBetween(
        snapshotOf({ same: 'x', other: 'x', gone: 'x', image: binary }),
        snapshotOf({ same: 'x', other: 'y', added: 'x' }),
      ),
    ).toEqual([
      { kind: 'create', path: 'added', after: 'x' },
      { kind: 'delete', path: 'gone', before: 'x' },
      { kind: 'change', path: 'other', before: 'x', after: 'y' },
    ]);
  });
});

describe('newFindings', () => {
  const finding = {
    code: 'unreadable-file' as const,
    severity: 'error' as const,
    message: 'line 3 is odd, as line 12 is',
    file: 'a.yaml',
    line: 3,
    cluster: 'one',
    app: 'notes',
  };

  it.each([
    ['the same', {}, false],
    ['another line', { line: 9 }, false],
    [
      'lines in the sentence',
      { message: 'line 44 is odd, as line 5 is' },
      false,
    ],
    ['another severity', { severity: 'warning' as const }, false],
    ['a line in a word', { message: 'inline 3 is odd, as line 12 is' }, true],
    ['another sentence', { message: 'it is odd' }, true],
    ['another code', { code: 'schema-unknown' as const }, true],
    ['another file', { file: 'b.yaml' }, true],
    ['another cluster', { cluster: 'two' }, true],
    ['another app', { app: 'tides' }, true],
  ])('takes %s for new: %#', (_, other, isNew) => {
    const after = [{ ...finding, ...other }];
    expect(newFindings([finding], after)).toEqual(isNew ? after : []);
  });

  it('counts them', () => {
    const [first, second] = [finding, { ...finding, line: 8 }];
    expect(newFindings([], [first, second])).toEqual([first, second]);
    expect(newFindings([finding], [first, second])).toEqual([second]);
    expect(newFindings([first, second], [first, second])).toEqual([]);
    expect(newFindings([first, second], [])).toEqual([]);
  });
});

describe('patchFiles', () => {
  it.each<[string, string, string[]]>([
    [
      'a/kustomization.yaml',
      'patches: [{path: p.yaml}, {path: ../q.yaml}]',
      ['a/p.yaml', 'q.yaml'],
    ],
    ['kustomization.yml', 'patches: [{path: ./p.yaml}]', ['p.yaml']],
    ['a/kustomization.yaml', 'patchesJson6902: [{path: p.yaml}]', ['a/p.yaml']],
    ['a/kustomization.yaml', 'patchesStrategicMerge: [p.yaml]', ['a/p.yaml']],
    ['a/kustomization.yaml', 'patches: [{patch: "x: 1"}]', []],
    ['a/kustomization.yaml', 'patches:\npatchesJson6902:\n', []],
    ['a/kustomization.yaml', 'patches: p.yaml', []],
    ['a/kustomization.yaml', 'patches: [{path: ../../x.yaml}]', []],
    ['a/kustomization.yaml', 'resources: [p.yaml]', []],
    ['a/kustomization.yaml', '# patches\n', []],
    ['a/my-kustomization.yaml', 'patches: [{path: p.yaml}]', []],
    ['a/kustomization.yaml.txt', 'patches: [{path: p.yaml}]', []],
    ['a/kustomization.json', 'patches: [{path: p.yaml}]', []],
  ])('of %s with %j are %j', (path, text, files) => {
    expect([...patchFiles(snapshotOf({ [path]: text }))]).toStrictEqual(files);
  });

  it('passes over what cannot be read', () => {
    const binary = new Uint8Array([0xff, 0xfe, 0x00]);
    expect(patchFiles(snapshotOf({ 'kustomization.yaml': binary })).size).toBe(
      0,
    );
  });
});

describe('checkFileSizes', () => {
  const applied = 256 * 1024;
  const read = 1024 * 1024;
  const file = (size: number, path = 'a.yaml') => ({
    [path]: 'x'.repeat(size),
  });

  it.each<[string, Files, Files, string[]]>([
    ['what is applied', {}, file(applied), []],
    ['more', {}, file(applied + 1), ['warning file-too-large a.yaml']],
    ['what is read', {}, file(read), ['warning file-too-large a.yaml']],
    ['more', {}, file(read + 1), ['error file-too-large a.yaml']],
    ['a text', {}, file(read + 1, 'a.txt'), []],
    ['what was there', file(read + 1), file(read + 1), []],
    [
      'what was there and is another now',
      file(read + 2),
      file(read + 1),
      ['error file-too-large a.yaml'],
    ],
    ['what goes', file(read + 1), {}, []],
  ])('says of %s: %#', (_, before, after, expected) => {
    expect(outline(checkFileSizes(change(before, after)))).toEqual(expected);
  });

  it('names file, size and limit', () => {
    const fix = expect.stringContaining('Split the file');
    expect(checkFileSizes(change({}, file(applied + 1)))).toMatchObject([
      {
        message: expect.stringMatching(/^a\.yaml has 262145 bytes, .* 262144 /),
        fix,
      },
    ]);
    expect(checkFileSizes(change({}, file(read + 1)))).toMatchObject([
      {
        message: expect.stringMatching(
          /^a\.yaml has 1048577 bytes; above 1048576 it is not read/,
        ),
        fix,
      },
    ]);
  });
});

describe('checkChangedImages', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const check = (
    units: DeploymentUnit[],
    files: Files = {},
    were: DeploymentUnit[] = [],
  ) =>
    checkChangedImages({
      ...changeOf({ units: were }, { units }),
      edits: editsBetween(
        snapshotOf({ 'apps/notes/gone.yaml': 'web' }),
        snapshotOf(files),
      ),
    });
  const running = (...images: string[]) => [
    unitOf('notes', { images, paths: ['lib/notes', 'apps/notes'] }),
  ];

  it.each([
    ['web:1.0', true],
    [`web@${digest}`, true],
    [`web:latest@${digest}`, true],
    ['ghcr.io:5000/web:1', true],
    ['${IMAGE}', true],
    ['web', false],
    ['web:latest', false],
    ['ghcr.io:5000/web', false],
    ['web:', false],
    ['web@md5:1', false],
  ])('takes %s: %s', (image, isFixed) => {
    expect(outline(check(running(image)))).toEqual(
      isFixed ? [] : ['error image-untagged notes.yaml'],
    );
  });

  it('says nothing of what ran before or is not wired', () => {
    expect(check(running('web'), {}, running('web'))).toEqual([]);
    expect(check([unitOf('notes', { images: ['web'], wired: false })])).toEqual(
      [],
    );
    expect(
      check(running('web'), {}, [
        unitOf('notes', { images: ['web'], wired: false }),
      ]),
    ).toHaveLength(1);
  });

  it('names the app, what is wrong and the line that a change has it in', () => {
    const own = {
      'apps/notes/a.yaml': 'a: 1',
      'apps/notes/b.yaml': 'a: 1\nb: web:latest',
    };
    expect(
      check(running('web:latest'), {
        'apps/notes2/a.yaml': 'web:latest',
        ...own,
      }),
    ).toEqual([
      {
        code: 'image-untagged',
        severity: 'error',
        message: expect.stringMatching(/^The app notes runs .* tag latest/),
        fix: expect.stringContaining('“:1.4.2”'),
        app: 'notes',
        file: 'apps/notes/b.yaml',
        line: 2,
      },
    ]);
    expect(check(running('web'), { 'apps/notes/a.yaml': 'web' })).toMatchObject(
      [
        {
          message: expect.stringContaining('neither tag nor digest'),
          file: 'apps/notes/a.yaml',
          line: 1,
        },
      ],
    );
  });
});

describe('checkChangedManifests', () => {
  const path = 'apps/notes/x.yaml';
  const service = (port: unknown, name = 'x') =>
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { ports: [{ port }] },
    });
  const pod = (spec: object) =>
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'x' },
      spec: {
        selector: { matchLabels: { app: 'x' } },
        template: {
          metadata: { labels: { app: 'x' } },
          spec: {
            automountServiceAccountToken: false,
            securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
            containers: [],
            ...spec,
          },
        },
      },
    });
  const wrong = service('eighty');
  const aliases = `a: &a [1]\nkind: [${'*a, '.repeat(500)}*a]`;
  const invalid = [`error manifest-invalid ${path}`];
  const unreadable = [`error unreadable-file ${path}`];
  const check = (before: Files, after: Files) =>
    outline(checkChangedManifests(change(before, after)));

  it.each<[string, Files, Files, string[]]>([
    ['a manifest', {}, { [path]: service(80) }, []],
    ['a wrong one', {}, { [path]: wrong }, invalid],
    ['one that goes', { [path]: wrong }, {}, []],
    ['a text', {}, { 'apps/notes/x.txt': wrong }, []],
    ['a broken text', {}, { 'apps/notes/x.txt': 'a: [' }, []],
    ['one with a variable', {}, { [path]: `${wrong}\n# \${X}` }, []],
    ['a template', {}, { [path]: `${wrong}\n# {{ x }}` }, []],
    ['one that was as wrong', { [path]: wrong }, { [path]: `\n${wrong}` }, []],
    [
      'one that was wrong and is more so',
      { [path]: wrong },
      { [path]: `${wrong}\n---\n${service('ninety', 'y')}` },
      invalid,
    ],
    ['one that was broken', { [path]: 'a: [' }, { [path]: wrong }, invalid],
    [
      'one that could not be looked into',
      { [path]: aliases },
      { [path]: wrong },
      invalid,
    ],
    ['a broken one', {}, { [path]: 'a: [' }, unreadable],
    ['a tag of another program', {}, { [path]: 'a: !reference [b, c]' }, []],
    ['too many aliases', {}, { [path]: aliases }, unreadable],
    [
      'a patch',
      {},
      {
        [path]: wrong,
        'apps/notes/kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches: [{path: x.yaml}]',
      },
      [],
    ],
  ])('says of %s: %#', (_, before, after, expected) => {
    expect(check(before, after)).toEqual(expected);
  });

  it.each([
    ['c/templates/x.yaml', 'c/Chart.yaml', true],
    ['templates/x.yaml', 'Chart.yaml', true],
    ['a/c/templates/b/x.yaml', 'a/c/Chart.yaml', true],
    ['c/templates/x.yaml', 'Chart.yaml', false],
    ['c/mytemplates/x.yaml', 'c/Chart.yaml', false],
    ['c/templates.yaml', 'c/Chart.yaml', false],
    ['c/x.yaml', 'c/Chart.yaml', false],
  ])('takes %s beside %s for a template: %s', (file, chart, isTemplate) => {
    expect(check({}, { [file]: wrong, [chart]: 'name: c' })).toHaveLength(
      isTemplate ? 0 : 1,
    );
  });

  it('says where a file cannot be read', () => {
    expect(
      checkChangedManifests(change({}, { [path]: 'b: 1\na: "x\n' })),
    ).toMatchObject([
      {
        message: expect.stringContaining(`${path} is not valid YAML: `),
        fix: expect.stringContaining('Correct the file'),
        line: expect.any(Number),
      },
    ]);
    expect(
      checkChangedManifests(change({}, { [path]: aliases })),
    ).toMatchObject([
      { message: expect.stringContaining('too many aliases'), line: 1 },
    ]);
  });

  const enforce = 'pod-security.kubernetes.io/enforce';
  const namespace = (
    labels?: Record<string, string>,
    more = {},
  ): Namespace => ({
    ...of('notes'),
    name: 'notes',
    labels,
    ...more,
  });

  it.each<[string, Namespace[], 'error' | 'warning']>([
    ['no namespace', [], 'error'],
    ['one without labels', [namespace()], 'error'],
    ['a restricted one', [namespace({ [enforce]: 'restricted' })], 'error'],
    ['a baseline one', [namespace({ [enforce]: 'baseline' })], 'warning'],
    ['a privileged one', [namespace({ [enforce]: 'privileged' })], 'warning'],
    [
      'one of another name',
      [namespace({ [enforce]: 'privileged' }, { name: 'tides' })],
      'error',
    ],
    [
      'one of another cluster',
      [namespace({ [enforce]: 'privileged' }, { cluster: 'two' })],
      'error',
    ],
  ])('holds pods to the standard of %s', (_, namespaces, severity) => {
    const units = [
      unitOf('tides', { wired: false, paths: ['apps/notes'] }),
      unitOf('tides', { orchestrator: true, paths: ['apps'] }),
      unitOf('tides', { paths: ['apps/note', 'apps/tides'] }),
      unitOf('notes', { paths: ['lib/notes', 'apps/notes'] }),
    ];
    const files = { [path]: pod({ hostNetwork: true }) };
    expect(
      checkChangedManifests(change({}, files, units, namespaces)),
    ).toMatchObject([
      {
        code: 'pod-insecure',
        severity,
        fix: expect.stringContaining('restricted Pod Security Standard'),
        app: 'notes',
        cluster: 'one',
        file: path,
      },
    ]);
  });

  it('tells of pods of no unit, and only what they have not done before', () => {
    const files = { [path]: pod({ hostNetwork: true }) };
    const [finding] = checkChangedManifests(
      change({}, files, [], [namespace({ [enforce]: 'privileged' })]),
    );
    expect(finding).toMatchObject({ code: 'pod-insecure', severity: 'error' });
    expect(finding).not.toHaveProperty('app');
    expect(check(files, { [path]: pod({ hostPID: true }) })).toEqual([]);
    expect(check({ [path]: pod({}) }, files)).toEqual([
      `error pod-insecure ${path}`,
    ]);
  });
});
