import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Operation } from '@internal/gitops-model';
import { runHere } from './__testUtils__/runHere';
import { readFiles, TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(120_000);

const profile = resolve(__dirname, '../../../platforms/edgit-k8s.yaml');
const files = readFiles(
  resolve(__dirname, '../../gitops-model/src/plan/__fixtures__/repository'),
);
const notes: Operation[] = [
  {
    type: 'create-app',
    app: 'notes',
    owner: 'group:default/atlas',
    image: 'ghcr.io/example/notes:2.4.1',
    port: 8080,
    replicas: 1,
    resources: {
      cpuRequest: '100m',
      memoryRequest: '128Mi',
      memoryLimit: '512Mi',
    },
    env: [],
    storage: [],
  },
  { type: 'add-route', app: 'notes', host: 'notes.exitthecloud.eu', path: '/' },
];

const repositories: TestRepository[] = [];
afterAll(() => repositories.forEach(repository => repository.remove()));

/** A clone, and a run of the command on it with these operations. */
function prepare(operations: unknown = notes) {
  const repository = TestRepository.create(files);
  repositories.push(repository);
  const outside = TestRepository.create({
    'operations.json': JSON.stringify(operations),
  });
  repositories.push(outside);
  const run = (...more: string[]) =>
    runHere([
      'plan',
      repository.directory,
      '--profile',
      profile,
      '--operations',
      join(outside.directory, 'operations.json'),
      ...more,
    ]);
  return { repository, outside, run };
}

describe('platform plan', () => {
  it('prints a patch that Git applies to what --write writes', async () => {
    const { repository, outside, run } = prepare();
    const printed = await run();
    expect(printed.stderr).toMatch(/\d created, 1 changed, 0 deleted: nothing/);
    expect(printed.code).toBe(0);
    expect(repository.git('status', '--porcelain')).toBe('');

    writeFileSync(join(outside.directory, 'plan.patch'), printed.stdout);
    repository.git('apply', join(outside.directory, 'plan.patch'));
    repository.git('add', '--all');
    const applied = repository.git('write-tree');
    repository.git('reset', '--quiet', '--hard');

    const written = await run('--write', '--json');
    expect(JSON.parse(written.stdout)).toMatchObject({ written: true });
    expect(written.code).toBe(0);
    repository.git('add', '--all');
    expect(repository.git('write-tree')).toBe(applied);

    repository.git('commit', '--quiet', '--message', 'notes');
    const again = await run('--as', 'group:default/borealis', '--write');
    expect(again.stdout).toBe('');
    expect(again.stderr).toContain('owner-foreign');
    expect(again.code).toBe(1);
  });

  it('plans a team as that team alone, with findings in place', async () => {
    const { repository, run } = prepare();
    const foreign = await run('--as', 'group:default/borealis', '--json');
    expect(foreign.code).toBe(1);
    expect(JSON.parse(foreign.stdout)).toMatchObject({
      written: false,
      edits: [],
      findings: [{ code: 'owner-foreign', severity: 'error' }],
    });
    const own = await run('--as', 'group:default/atlas', '--json');
    expect(JSON.parse(own.stdout)).toMatchObject({
      edits: expect.arrayContaining([
        expect.objectContaining({
          kind: 'change',
          path: 'k8s/apps/kustomization.yaml',
        }),
      ]),
    });
    expect(own.code).toBe(0);
    expect(repository.git('status', '--porcelain')).toBe('');

    const taken = prepare([
      {
        ...notes[1],
        app: 'journal',
        host: 'tides.exitthecloud.eu',
        port: 3000,
      },
    ]);
    const refused = await taken.run('--write');
    expect(refused.stderr).toMatch(
      /The request is refused.*error host-taken k8s\/tides\/httproute\.yaml:\d+\n {2}\S.*\S Ask for another host/s,
    );
    expect(refused.code).toBe(1);
  });

  it('keeps permissions, deletes what is retired, and plans nothing twice', async () => {
    const { repository, run } = prepare([
      { type: 'retire-app', app: 'journal', confirmation: 'journal' },
    ]);
    const list = 'k8s/apps/kustomization.yaml';
    repository.git('update-index', '--chmod=+x', list);
    repository.git('commit', '--quiet', '--message', 'mode');
    repository.git('reset', '--quiet', '--hard');
    const first = await run('--write');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('deleted file mode 100644');
    const place = (path: string) => join(repository.directory, path);
    expect(existsSync(place('k8s/journal/deployment.yaml'))).toBe(false);
    expect(statSync(place(list)).mode % 0o1000).toBe(
      (statSync(place('k8s/root.yaml')).mode % 0o1000) | 0o111,
    );
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'retired');
    expect((await run()).stdout).toBe('');
  });

  it.each<[string, (repository: TestRepository) => void, RegExp]>([
    [
      'a changed file',
      ({ directory }) =>
        writeFileSync(join(directory, 'k8s/apps/kustomization.yaml'), '{}\n'),
      /^k8s\/apps\/kustomization\.yaml differs from HEAD/,
    ],
    [
      'a file that is there already',
      ({ directory }) => {
        mkdirSync(join(directory, 'k8s/notes'));
        writeFileSync(join(directory, 'k8s/notes/service.yaml'), '');
      },
      /^k8s\/notes\/service\.yaml differs from HEAD/,
    ],
    [
      'a change that is staged and taken back in the work tree',
      repository => {
        const path = 'k8s/apps/kustomization.yaml';
        const file = join(repository.directory, path);
        const before = readFileSync(file);
        writeFileSync(file, '{}\n');
        repository.git('add', path);
        writeFileSync(file, before);
      },
      /^k8s\/apps\/kustomization\.yaml differs from HEAD/,
    ],
    [
      'a directory that is a symbolic link',
      ({ directory }) => {
        mkdirSync(join(directory, 'elsewhere'));
        symlinkSync('../elsewhere', join(directory, 'k8s/notes'));
      },
      /^k8s\/notes\/\S+ is not written: .* symbolic link/,
    ],
    [
      'a file that became a symbolic link',
      ({ directory }) => {
        const file = join(directory, 'k8s/apps/kustomization.yaml');
        writeFileSync(join(directory, 'copy.yaml'), readFileSync(file));
        rmSync(file);
        symlinkSync('../../copy.yaml', file);
      },
      /^k8s\/apps\/kustomization\.yaml differs from HEAD/,
    ],
  ])('does not write over %s', async (_, disturb, sentence) => {
    const { repository, run } = prepare();
    disturb(repository);
    const before = repository.git('status', '--porcelain', '-uall');
    const { code, stdout, stderr } = await run('--write');
    expect(stderr).toMatch(sentence);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(repository.git('status', '--porcelain', '-uall')).toBe(before);
  });

  it('leaves the rest of the work tree alone, changed as it is', async () => {
    const { repository, run } = prepare();
    const other = join(repository.directory, 'k8s/tides/deployment.yaml');
    writeFileSync(other, 'mine: yes\n');
    expect((await run('--write')).code).toBe(0);
    expect(readFileSync(other, 'utf8')).toBe('mine: yes\n');
  });

  it('says what is wrong with operations, profiles and clones', async () => {
    const reading = TestRepository.create({
      'reading.yaml':
        'engine: argocd\nroots: [{cluster: a, path: k8s/root.yaml}]\nowners: {default: "group:default/a"}\n',
    });
    repositories.push(reading);
    const bare = prepare();
    const bareDirectory = join(bare.outside.directory, 'bare.git');
    bare.repository.git(
      'clone',
      '--quiet',
      '--bare',
      bare.repository.directory,
      bareDirectory,
    );
    const operations = join(bare.outside.directory, 'operations.json');
    const runs = await Promise.all([
      runHere(['plan', bare.repository.directory]),
      prepare([{ type: 'drop-everything' }]).run(),
      prepare().run('--as', 'atlas'),
      bare.run('--profile', join(reading.directory, 'reading.yaml')),
      runHere([
        'plan',
        bareDirectory,
        '--profile',
        profile,
        '--operations',
        operations,
        '--write',
      ]),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    const [missing, invalid, group, readOnly, bareRun] = runs;
    expect(missing.stderr).toMatch(/^Both --profile and --operations/);
    expect(invalid.stderr).toMatch(/are not valid\.\n/);
    expect(group.stderr).toMatch(/^atlas is no group/);
    expect(readOnly.stderr).toMatch(/lists no blocks/);
    expect(bareRun.stderr).toMatch(/has no work tree/);
  });
});
