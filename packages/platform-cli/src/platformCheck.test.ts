import { join } from 'node:path';
import { application, argocdFiles } from './__testUtils__/argocdFiles';
import { runHere } from './__testUtils__/runHere';
import { runPlatform } from './__testUtils__/runPlatform';
import { sarifLog } from './__testUtils__/sarifLog';
import { TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(120_000);

const repositories: TestRepository[] = [];
afterAll(() => repositories.forEach(repository => repository.remove()));

function create(files: Record<string, string> = argocdFiles): TestRepository {
  const repository = TestRepository.create(files);
  repositories.push(repository);
  return repository;
}

/** A second app with the host of the first. */
const taking = {
  'k8s/apps/kustomization.yaml': 'resources: [notes.yaml, tides.yaml]\n',
  'k8s/apps/tides.yaml': application('tides', 'k8s/tides @x|y'),
  'k8s/tides @x|y/kustomization.yaml': 'resources: [route.yaml]\n',
  'k8s/tides @x|y/route.yaml': [
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: HTTPRoute',
    'metadata: {name: tides, namespace: tides}',
    'spec:',
    '  hostnames: [notes.example.org, "`<img src=x>@team fixes #1\\n/approve.example.org"]',
    '  parentRefs: [{name: main, namespace: gateway}]',
    '',
  ].join('\n'),
};
const bound = {
  ...argocdFiles,
  'k8s/notes/route.yaml': `${argocdFiles['k8s/notes/route.yaml']}  parentRefs: [{name: main, namespace: gateway}]\n`,
};

/** A branch that takes a host, while the base goes on. */
function branch(): TestRepository {
  const repository = create(bound);
  repository.git('checkout', '--quiet', '-b', 'taking');
  repository.commit(taking);
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ 'k8s/notes/broken.yaml': 'a: [\n' });
  repository.git('checkout', '--quiet', 'taking');
  return repository;
}

describe('platform check', () => {
  it('says what a branch takes of its base, and by its exit code', async () => {
    const repository = branch();
    const { directory } = repository;
    const run = await runPlatform(['check', directory, '--base', 'main']);
    expect(run.stdout).toMatch(
      /^Findings \(\d+ error, .*error host-taken k8s\/tides @x\|y\/route\.yaml:1\n {2}The host notes\.example\.org of the app tides belongs to the app notes/s,
    );
    expect(run.stdout).not.toContain('broken.yaml');
    expect(run.code).toBe(1);
    const same = await runHere(['check', directory, '--base', 'HEAD']);
    expect(same.stdout).toBe('Findings (0 error, 0 warning, 0 info)\n');
    expect(same.code).toBe(0);
    const json = await runHere([
      'check',
      directory,
      ...['--base', 'main', '--commit', 'taking~0', '--format', 'json'],
    ]);
    const [fork, base, commit] = ['taking~1', 'main', 'taking'].map(revision =>
      repository.git('rev-parse', revision).trim(),
    );
    expect(JSON.parse(json.stdout)).toMatchObject({
      commit,
      base,
      fork,
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'host-taken', app: 'tides' }),
      ]),
    });
  });

  it('checks a whole commit where no base is named', async () => {
    const { directory } = create({
      ...argocdFiles,
      'k8s/notes/volume.yaml': 'kind: [',
    });
    const { stdout, code } = await runHere(['check', directory]);
    expect(stdout).toMatch(/error unreadable-file k8s\/notes\/volume.yaml:1/);
    expect(code).toBe(1);
  });

  it('writes SARIF that has all that SARIF demands', async () => {
    const { directory } = branch();
    const run = ['check', directory, '--base', 'main', '--format', 'sarif'];
    const first = await runHere(run);
    const log = sarifLog.parse(JSON.parse(first.stdout));
    const [{ results }] = log.runs;
    expect(results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ruleId: 'host-taken',
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: 'k8s/tides%20%40x%7Cy/route.yaml',
                  uriBaseId: '%SRCROOT%',
                },
                region: { startLine: 1 },
              },
            },
          ],
        }),
      ]),
    );
    const nothing = await runHere([
      ...['check', directory, '--base', 'HEAD', '--format', 'sarif'],
    ]);
    expect(sarifLog.parse(JSON.parse(nothing.stdout)).runs[0].results).toEqual(
      [],
    );
  });

  it('writes Markdown in which the repository’s texts do nothing', async () => {
    const { directory } = branch();
    const run = ['check', directory, '--base', 'main', '--format', 'markdown'];
    const { stdout } = await runHere(run);
    expect(stdout).toMatch(/^<!-- platform-check -->\n### Platform check\n/);
    expect(stdout).toContain(
      '- **host-taken** at `k8s/tides @x|y/route.yaml:1`',
    );
    const outside = stdout
      .replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
      .replace('<!-- platform-check -->', '');
    expect(outside).not.toMatch(/[@<]|#\d|^\s*\/|fixes/m);
  });

  it('reads a branch by the roots of its base', async () => {
    const repository = create(bound);
    repository.git('checkout', '--quiet', '-b', 'moving');
    repository.git('mv', 'k8s/root.yaml', 'k8s/other.yaml');
    repository.git('commit', '--quiet', '--message', 'moved');
    const { stdout, code } = await runHere([
      ...['check', repository.directory, '--base', 'main'],
    ]);
    expect(stdout).toContain('error missing-file');
    expect(code).toBe(1);
  });

  it('says what is wrong with bases and formats', async () => {
    const repository = branch();
    const shallow = join(repository.directory, 'shallow');
    repository.git(
      ...['clone', '--quiet', '--depth', '1', '--no-single-branch'],
      `file://${repository.directory}`,
      shallow,
    );
    const runs = await Promise.all([
      runHere(['check', repository.directory, '--base', 'gone']),
      runHere(['check', repository.directory, '--format', 'xml']),
      runHere(['check', shallow, '--base', 'origin/main']),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2]);
    const [gone, format, history] = runs;
    expect(gone.stderr).toMatch(/has no commit gone/);
    expect(format.stderr).toMatch(
      /^There is no format xml; choose text, json, sarif or markdown\./,
    );
    expect(history.stderr).toMatch(/does not reach back/);
  });
});
