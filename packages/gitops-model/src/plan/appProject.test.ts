import { ada, createApp, plan, repository } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { textsOf } from '../__testUtils__/textsOf';

const file = 'k8s/argocd/appprojects.yaml';
const own = 'http://localhost:7401/edgit/edgit-k8s.git';
const charts = 'https://charts.example.org/meili';

/** The repository with a project that admits these alone. */
function admitting(sources: string[], namespaces: string[]) {
  const [before, apps] = (repository.readText(file) ?? '').split('---\n');
  const [head] = apps.split('  sourceRepos:');
  const text = [
    `${before}---\n${head}  # Where charts come from`,
    '  sourceRepos:',
    ...sources.map(source => `    - ${source} # asked for`),
    '  destinations:',
    ...namespaces.flatMap(namespace => [
      '    - server: https://kubernetes.default.svc',
      `      namespace: ${namespace}`,
    ]),
    '',
  ].join('\n');
  return createSnapshot({
    commit: repository.commit,
    files: { ...textsOf(repository), [file]: text },
  });
}

const chartApp: Operation = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  chart: { name: 'meilisearch', repository: charts, version: '0.12.0' },
  values: {},
};

function linesAdded(before: RepositorySnapshot, operations: Operation[]) {
  const planned = plan(operations, ada, before);
  expect(
    planned.findings.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
  const edit = planned.edits.find(({ path }) => path === file);
  const kept = new Set(before.readText(file)?.split('\n'));
  const after = edit?.kind === 'change' ? edit.after : '';
  return {
    after: applyEdits(before, planned.edits),
    lines: after.split('\n').filter(line => line !== '' && !kept.has(line)),
  };
}

describe('the project that Argo CD holds an app to', () => {
  it.each<[string, string[], string[], Operation, string[]]>([
    ['nothing where patterns admit it', ["'*'"], ["'*'"], chartApp, []],
    [
      'namespace and chart repository',
      [own],
      ['journal', 'tides'],
      chartApp,
      [`    - ${charts}`, '      namespace: search'],
    ],
    [
      'the namespace alone of what needs no other source',
      [own],
      ['journal', 'tides'],
      createApp,
      ['      namespace: notes'],
    ],
    [
      'the repository where a pattern leaves it out',
      ['https://charts.example.org/*'],
      ["'*'"],
      chartApp,
      [`    - ${own}`],
    ],
  ])('gets %s', (_what, sources, namespaces, operation, expected) => {
    const before = admitting(sources, namespaces);
    const { after, lines } = linesAdded(before, [operation]);
    expect(lines).toEqual(expected);
    expect(plan([operation], ada, after).edits).toEqual([]);
  });

  it('loses what it got for an app with the app', () => {
    const before = admitting([own], ['journal', 'tides']);
    const { after } = linesAdded(before, [chartApp]);
    const gone = plan(
      [{ type: 'retire-app', app: 'search', confirmation: 'search' }],
      ada,
      after,
    );
    expect(textsOf(applyEdits(after, gone.edits))).toEqual(textsOf(before));
  });

  it('keeps what it admits elsewhere when an app of that namespace goes', () => {
    const before = withDestinations(admitting([own], ['journal']), [
      '    - name: in-cluster',
      '      namespace: search',
      '    - server: https://elsewhere.example.org',
      '      namespace: search',
    ]);
    const { after, lines } = linesAdded(before, [chartApp]);
    expect(lines).toEqual([`    - ${charts}`]);
    expect(namespacesIn(after)).toBe(namespacesIn(before) + 1);
    const gone = plan(
      [{ type: 'retire-app', app: 'search', confirmation: 'search' }],
      ada,
      after,
    );
    expect(textsOf(applyEdits(after, gone.edits))).toEqual(textsOf(before));
  });

  it.each([
    ['a repository', [`'!${charts}'`], [], true],
    [
      'a pattern of repositories',
      ["'!https://charts.example.org/*'"],
      [],
      true,
    ],
    [
      'a namespace',
      [],
      ["    - server: '*'", "      namespace: '!{search,find}'"],
      true,
    ],
    [
      'a server',
      [],
      ["    - server: '!https://kubernetes.*'", "      namespace: '*'"],
      false,
    ],
  ])(
    'refuses an app for %s that it denies',
    (_what, sources, lines, takesOthers) => {
      const before = withDestinations(
        admitting(["'*'", ...sources], ["'*'"]),
        lines,
      );
      expect(plan([chartApp], ada, before).findings).toContainEqual(
        expect.objectContaining({
          code: 'file-not-writable',
          severity: 'error',
          file,
          message: expect.stringContaining('its AppProject apps denies'),
        }),
      );
      const errors = plan([createApp], ada, before).findings.filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors.length === 0).toBe(takesOthers);
    },
  );

  it('keeps a repository that another app takes its chart from', () => {
    const before = admitting([own], ['journal', 'tides']);
    const { after } = linesAdded(before, [
      chartApp,
      { ...chartApp, app: 'find' },
    ]);
    const gone = plan(
      [{ type: 'retire-app', app: 'search', confirmation: 'search' }],
      ada,
      after,
    );
    const text = applyEdits(after, gone.edits).readText(file);
    expect(text).toContain(charts);
    expect(text).toContain('namespace: find');
    expect(text).not.toContain('namespace: search');
  });

  it('refuses an app whose project is not there', () => {
    const files = textsOf(repository);
    const before = createSnapshot({
      commit: repository.commit,
      files: {
        ...files,
        [file]: files[file].replace('name: apps', 'name: other'),
      },
    });
    expect(plan([createApp], ada, before).findings).toContainEqual(
      expect.objectContaining({
        code: 'file-not-writable',
        severity: 'error',
        file,
      }),
    );
  });
});

function withDestinations(before: RepositorySnapshot, lines: string[]) {
  const text = [before.readText(file)?.trimEnd(), ...lines, ''].join('\n');
  return createSnapshot({
    commit: before.commit,
    files: { ...textsOf(before), [file]: text },
  });
}

function namespacesIn({ readText }: RepositorySnapshot) {
  return readText(file)?.match(/namespace: search$/gm)?.length ?? 0;
}
