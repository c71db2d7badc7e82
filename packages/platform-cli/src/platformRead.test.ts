import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { application, argocdFiles } from './__testUtils__/argocdFiles';
import { fluxFiles, kustomization } from './__testUtils__/fluxFiles';
import { runPlatform } from './__testUtils__/runPlatform';
import { readFiles, TestRepository } from './__testUtils__/TestRepository';
import { readOutputSchema } from './commands/read/readOutputSchema';

jest.setTimeout(120_000);

const repositories: TestRepository[] = [];
function create(files: Record<string, string | Uint8Array>): TestRepository {
  const repository = TestRepository.create(files);
  repositories.push(repository);
  return repository;
}
afterAll(() => repositories.forEach(repository => repository.remove()));

async function read(...args: string[]) {
  const run = await runPlatform(['read', ...args]);
  const output =
    run.code === 2 ? undefined : readOutputSchema.parse(JSON.parse(run.stdout));
  return { ...run, output };
}

describe('platform read', () => {
  it('prints the model of an Argo CD repository and what it assumed', async () => {
    const { directory } = create(argocdFiles);
    const { output, code, stderr } = await read(directory);
    expect(output).toMatchObject({
      clusters: ['in-cluster'],
      units: [
        { name: 'root', file: 'k8s/root.yaml', line: 1, orchestrator: true },
        { name: 'notes', file: 'k8s/apps/notes.yaml', line: 1, wired: true },
      ],
      routes: [
        {
          cluster: 'in-cluster',
          app: 'notes',
          hostnames: ['notes.example.org'],
          file: 'k8s/notes/route.yaml',
          line: 2,
        },
      ],
      externalSecrets: [
        {
          name: 'notes',
          store: 'ClusterSecretStore/vault',
          keys: [{ key: 'team/notes', property: 'a', secretKey: 'A' }],
          file: 'k8s/notes/secret.yaml',
          line: 1,
        },
      ],
      volumeClaims: [{ name: 'data', storageClass: 'fast', size: '1Gi' }],
      findings: [],
    });
    expect(output?.assumed).toEqual(
      expect.arrayContaining([
        'The engine is Argo CD.',
        'Argo CD starts at k8s/root.yaml, which no other Application deploys, on the cluster called in-cluster.',
        'The repository itself is https://forge.example/acme/platform.git, which its documents name most often.',
      ]),
    );
    expect(stderr).toBe(
      output?.assumed.map(sentence => `Assumed: ${sentence}\n`).join(''),
    );
    expect(code).toBe(0);
  });

  it('finds a cluster for each place that Flux starts at', async () => {
    const { directory } = create(fluxFiles);
    const { output } = await read(directory);
    expect(output?.clusters).toEqual(['blue', 'green']);
    expect(
      output?.routes.map(({ cluster, hostnames }) => [cluster, ...hostnames]),
    ).toEqual([
      ['blue', 'notes.example.org'],
      ['green', 'notes.example.org'],
    ]);
  });

  it('reads any commit, of a bare repository and of a worktree too, and not what lies in the folder', async () => {
    const repository = create(argocdFiles);
    const first = repository.git('rev-parse', 'HEAD').trim();
    const second = repository.commit({
      'k8s/apps/kustomization.yaml': 'resources: []\n',
    });
    writeFileSync(join(repository.directory, 'k8s/root.yaml'), 'not committed');
    const bare = join(repository.directory, 'bare.git');
    repository.git('clone', '--quiet', '--bare', '.', bare);
    const tree = join(repository.directory, 'tree');
    repository.git('worktree', 'add', '--quiet', tree, first);
    const runs = await Promise.all([
      read(repository.directory),
      read(repository.directory, '--commit', 'main~1'),
      read(bare),
      read(tree),
    ]);
    expect(runs.map(({ output }) => output?.commit)).toEqual([
      second,
      first,
      second,
      first,
    ]);
    expect(runs.map(({ output }) => output?.routes.length)).toEqual([
      0, 1, 0, 1,
    ]);
  });

  it('starts where it is told to', async () => {
    const { directory } = create({
      ...argocdFiles,
      ...fluxFiles,
      'profile.yaml': [
        'engine: argocd',
        'roots: [{cluster: home, path: k8s/root.yaml}]',
        'owners: {default: "group:default/them"}',
        '',
      ].join('\n'),
    });
    const [neither, argocd, flux, profile] = await Promise.all([
      read(directory),
      read(directory, '--root', 'edge=k8s/root.yaml'),
      read(directory, '--root', './clusters/green/'),
      read(directory, '--profile', join(directory, 'profile.yaml')),
    ]);
    expect(neither.code).toBe(2);
    expect(neither.stdout).toBe('');
    expect(neither.stderr).toBe(
      [
        'The repository has roots of both Argo CD and Flux. Choose with --root PATH or --root CLUSTER=PATH, as often as there are roots:',
        '  --root clusters/blue',
        '  --root clusters/green',
        '  --root k8s/root.yaml',
        '',
      ].join('\n'),
    );
    expect(argocd.output?.routes).toMatchObject([{ cluster: 'edge' }]);
    expect(flux.output?.clusters).toEqual(['green']);
    expect(profile.output?.apps).toMatchObject([
      { cluster: 'home', owner: 'group:default/them' },
    ]);
    expect(profile.output?.assumed).toEqual([
      'The repository itself is https://forge.example/acme/platform.git, which its documents name most often.',
    ]);
  });

  it('takes the directory that holds every ApplicationSet for the root', async () => {
    const set = (category: string) =>
      JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'ApplicationSet',
        metadata: { name: category },
        spec: {
          goTemplate: true,
          generators: [
            {
              git: {
                repoURL: 'https://forge.example/acme/platform.git',
                directories: [{ path: `apps/${category}/*` }],
              },
            },
          ],
          template: {
            metadata: { name: '{{.path.basename}}' },
            spec: {
              project: 'apps',
              source: {
                repoURL: 'https://forge.example/acme/platform.git',
                path: '{{.path.path}}',
              },
              destination: {
                server: 'https://kubernetes.default.svc',
                namespace: category,
              },
            },
          },
        },
      });
    const { directory } = create({
      'argocd/media.yaml': set('media'),
      'argocd/tools.yaml': set('tools'),
      'templates/app.yaml': application('scaffold', 'apps/x'),
      'apps/media/films/volume.yaml': argocdFiles['k8s/notes/volume.yaml'],
      'apps/tools/argo/app.yaml': application('inner', 'apps/media/films'),
    });
    const { output } = await read(directory);
    expect(output?.assumed).toContain(
      'Argo CD starts at argocd, which no other Application deploys, on the cluster called in-cluster.',
    );
    expect(
      output?.units
        .filter(({ wired }) => wired)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['argo', 'films', 'inner']);
  });

  it('names the candidates where several directories could be the root', async () => {
    const { directory } = create({
      'one/root.yaml': application('one', 'x'),
      'two/root.yaml': application('two', 'y'),
    });
    const { code, stderr } = await read(directory);
    expect(code).toBe(2);
    expect(stderr).toMatch(/several directories.*--root one\/root.yaml/s);
  });

  it('starts at the only directory that no Kustomization deploys where nothing names another', async () => {
    const files = {
      'flux/cluster/apps.yaml': kustomization('apps', './apps'),
      'apps/kustomization.yaml': 'resources: [notes/ks.yaml]\n',
      'apps/notes/ks.yaml': kustomization('notes', './apps/notes/app'),
      'apps/notes/app/route.yaml': fluxFiles['apps/notes/route.yaml'],
    };
    const { output } = await read(create(files).directory);
    expect(output?.assumed).toContain(
      'The cluster cluster starts at flux/cluster, the only directory of Flux Kustomizations that no other one deploys.',
    );
    expect(output?.routes).toMatchObject([
      { cluster: 'cluster', app: 'notes' },
    ]);
    const second = { 'edge/apps.yaml': kustomization('edge', './apps') };
    const { stderr } = await read(create({ ...files, ...second }).directory);
    expect(stderr).toMatch(/--root edge\n {2}--root flux\/cluster/);
  });

  it('is not held up by paths and addresses that can be read in a great many ways', async () => {
    const { directory } = create({
      'one/root.yaml': application('one', `one/${'a*'.repeat(30)}b`),
      'two/root.yaml': application('two', `"${'{{'.repeat(100_000)}"`),
      [`one/${'a'.repeat(200)}/app.yaml`]: application('inner', 'x'),
      'two/long.yaml': application('long', 'x').replace(
        'https:',
        `${'/'.repeat(500_000)}x`,
      ),
    });
    const { stderr } = await read(directory);
    expect(stderr).toMatch(/several directories.*--root two\/root.yaml/s);
    const { output } = await read(directory, '--root', 'two');
    expect(
      output?.units.filter(({ wired }) => wired).map(({ name }) => name),
    ).toEqual(['long', 'two']);
  });

  it('says by its exit code that there are errors', async () => {
    const { directory } = create({
      ...argocdFiles,
      'k8s/notes/volume.yaml': 'kind: [',
    });
    const json = await read(directory);
    expect(json.code).toBe(1);
    const table = await runPlatform(['read', directory, '--format', 'table']);
    expect(table.code).toBe(1);
    expect(table.stdout).toContain('Findings (1 error, 0 warning, 0 info)');
    expect(table.stdout).toContain(
      'error unreadable-file k8s/notes/volume.yaml:1\n  k8s/notes/volume.yaml is not valid YAML',
    );
  });

  it('aligns tables and lets no name steer the terminal', async () => {
    const { directory } = create({
      ...argocdFiles,
      'k8s/notes/route.yaml': [
        'apiVersion: gateway.networking.k8s.io/v1',
        'kind: HTTPRoute',
        'metadata: {name: notes, namespace: notes}',
        'spec: {hostnames: ["\\e[2J\\r\\u202Enotes.example.org"]}',
        '',
      ].join('\n'),
      'k8s/notes/\u001b[31mred.yaml': 'a: 1',
    });
    const { stdout, stderr } = await runPlatform(
      ['read', directory, '--format', 'table'],
      { FORCE_COLOR: '1' },
    );
    expect(`${stdout}${stderr}`).not.toMatch(
      /[^\n\u0020-\u007e\u00a0-\u200a\u2010-\u2027\ufffd]/,
    );
    expect(stdout).toContain('\uFFFD[2J\uFFFD\uFFFDnotes.example.org');
    const volumes = stdout.split('\n\n').find(part => /^Volume/.test(part));
    expect(volumes).toBe(
      [
        'Volume claims (1)',
        'CLUSTER     APP    CLAIM  NAMESPACE  CLASS  SIZE  WHERE',
        'in-cluster  notes  data   notes      fast   1Gi   k8s/notes/volume.yaml:1',
      ].join('\n'),
    );
  });

  it('runs nothing of the repository and asks no remote', async () => {
    const repository = create(argocdFiles);
    repository.commit({ '.gitattributes': '* filter=evil diff=evil\n' });
    const proof = join(repository.directory, 'ran');
    const command = `touch ${proof}`;
    for (const [key, value] of [
      ['core.fsmonitor', command],
      ['core.sshCommand', command],
      ['core.pager', command],
      ['core.hooksPath', 'hooks'],
      ['filter.evil.smudge', command],
      ['filter.evil.process', command],
      ['diff.evil.textconv', command],
      ['remote.origin.url', `ext::sh -c "${command}"`],
      ['remote.origin.promisor', 'true'],
      ['extensions.partialClone', 'origin'],
    ]) {
      repository.git('config', key, value);
    }
    expect((await read(repository.directory)).code).toBe(0);
    const missing = repository.git('rev-parse', 'HEAD:k8s/root.yaml').trim();
    const loose = join(
      repository.directory,
      '.git/objects',
      missing.slice(0, 2),
      missing.slice(2),
    );
    expect(existsSync(loose)).toBe(true);
    rmSync(loose, { force: true });
    const { code, stderr } = await read(repository.directory);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The commit [0-9a-f]{40} cannot be read whole/);
    expect(existsSync(proof)).toBe(false);
  });

  it.each([
    [['--help'], 0, /^Usage: platform <command>/],
    [['read', '--help'], 0, /^Usage: platform read/],
    [['plan', '--help'], 0, /^Usage: platform plan/],
    [[], 2, /^No command is given\./],
    [['write'], 2, /^There is no command write\./],
    [['read'], 2, /^The path of a clone is missing\./],
    [
      ['read', '.', 'x'],
      2,
      /^One clone is read at a time, and x is a second\./,
    ],
    [['read', '.', '--bogus'], 2, /^Unknown option '--bogus'\./],
    [['read', '.', '--format', 'xml'], 2, /^There is no format xml/],
    [['read', '/nowhere/at/all'], 2, /^There is no directory/],
    [['read', 'packages/platform-cli'], 2, /is no Git repository/],
  ])('answers %j with code %d', async (args, expected, sentence) => {
    const { code, stdout, stderr } = await runPlatform(args);
    expect(code).toBe(expected);
    expect(expected === 0 ? stdout : stderr).toMatch(sentence);
    expect(expected === 0 ? stderr : stdout).toBe('');
  });

  it('says what is wrong with commits, roots, profiles and empty repositories', async () => {
    const { directory } = create({
      ...argocdFiles,
      'bad.yaml': 'engine: flux\nroots: 3\n',
    });
    const empty = create({ 'README.md': 'nothing here\n' });
    const runs = await Promise.all([
      read(directory, '--commit', 'gone'),
      read(directory, '--commit', '--upload-pack=x'),
      read(directory, '--root', 'k8s/gone'),
      read(directory, '--profile', join(directory, 'bad.yaml')),
      read(directory, '--profile', join(directory, 'absent.yaml')),
      read(empty.directory),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2]);
    const [commit, option, root, profile, absent, nothing] = runs;
    expect(commit.stderr).toMatch(/has no commit gone/);
    expect(option.stderr).not.toBe('');
    expect(root.stderr).toMatch(/neither a file nor a directory/);
    expect(profile.stderr).toMatch(/^The profile is not valid/);
    expect(absent.stderr).toMatch(/cannot be read/);
    expect(nothing.stderr).toMatch(/neither Argo CD Applications nor Flux/);
  });
});

const sandbox = resolve(__dirname, '../../sandbox/repositories');

describe.each(readdirSync(sandbox))('the sandbox repository %s', name => {
  it('is read without a profile, each thing with its place', async () => {
    const files = readFiles(join(sandbox, name));
    const { output, stderr } = await read(create(files).directory);
    expect(stderr).toMatch(/^Assumed: /);
    const lines = (file: string) =>
      Buffer.from(files[file] ?? '')
        .toString('utf8')
        .split('\n').length;
    const placed = Object.values(output ?? {}).flatMap(items =>
      Array.isArray(items)
        ? items.filter(item => typeof item === 'object')
        : [],
    );
    expect(placed.length).toBeGreaterThan(20);
    expect(
      placed.filter(({ file, line }) => !file || !line || line > lines(file)),
    ).toEqual([]);
  });
});
