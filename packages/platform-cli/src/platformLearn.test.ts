import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { argocdFiles } from './__testUtils__/argocdFiles';
import { fluxFiles } from './__testUtils__/fluxFiles';
import { runHere } from './__testUtils__/runHere';
import { readFiles, TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(120_000);

const repositories: TestRepository[] = [];
afterAll(() => repositories.forEach(repository => repository.remove()));

function create(files: Record<string, string | Uint8Array>): TestRepository {
  const repository = TestRepository.create(files);
  repositories.push(repository);
  return repository;
}

const sandbox = resolve(__dirname, '../../sandbox/repositories');
const units = z.object({
  units: z.array(z.object({ name: z.string(), wired: z.boolean() })),
});

describe('platform learn', () => {
  it.each<[string, Record<string, string | Uint8Array>]>([
    ['a small Argo CD repository', argocdFiles],
    ['a small Flux repository', fluxFiles],
    ['the sandbox’s edgit-k8s', readFiles(join(sandbox, 'edgit-k8s'))],
  ])('proposes a profile for %s that it is read by', async (_, files) => {
    const { directory } = create(files);
    const learned = await runHere(['learn', directory]);
    expect(learned.code).toBe(0);
    const file = join(create({ 'a.txt': '' }).directory, 'profile.yaml');
    writeFileSync(file, learned.stdout);
    const [withProfile, without] = await Promise.all([
      runHere(['read', directory, '--profile', file]),
      runHere(['read', directory]),
    ]);
    expect(withProfile.stderr).not.toMatch(/not valid/);
    const namesOf = ({ stdout }: { stdout: string }) =>
      units
        .parse(JSON.parse(stdout))
        .units.filter(({ wired }) => wired)
        .map(({ name }) => name)
        .sort();
    expect(namesOf(withProfile)).toEqual(namesOf(without));
    expect(namesOf(withProfile).length).toBeGreaterThan(1);
  });

  it('says why, by which share, and what it leaves to people, in comments that nothing can leave', async () => {
    const { directory } = create({
      ...argocdFiles,
      'k8s/notes/secret.yaml': argocdFiles['k8s/notes/secret.yaml'].replaceAll(
        'vault',
        '"vault\\nroots: []"',
      ),
    });
    const { stdout } = await runHere(['learn', directory]);
    expect(parse(stdout)).toEqual({
      engine: 'argocd',
      roots: [{ cluster: 'in-cluster', path: 'k8s/root.yaml' }],
      destinations: [
        { server: 'https://kubernetes.default.svc', cluster: 'in-cluster' },
      ],
      owners: { default: 'group:default/platform' },
    });
    expect(stdout).toMatch(
      /\n# destinations: 2 of 2 \(100 %\)\. Destinations of/,
    );
    expect(stdout).toMatch(
      /\n# layouts\.appDirectory: k8s\/\{app\}\n# {3}1 of 1/,
    );
    expect(stdout).toMatch(
      /\n# What only people can tell\n#\n# roots: What is the cluster of/,
    );
  });

  it('prints the same as JSON, and asks for roots where it must', async () => {
    const { directory } = create(argocdFiles);
    const { stdout } = await runHere(['learn', directory, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      reading: expect.arrayContaining([
        { key: 'engine', value: 'argocd', because: 'What the roots declare.' },
      ]),
      questions: expect.arrayContaining([
        expect.objectContaining({ key: 'limits' }),
      ]),
    });
    const empty = await runHere([
      'learn',
      create({ 'README.md': '' }).directory,
    ]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toMatch(/neither Argo CD Applications nor Flux/);
  });
});
