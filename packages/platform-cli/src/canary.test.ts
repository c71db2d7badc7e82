import { join } from 'node:path';
import {
  Planted,
  plantedArgocdFiles,
  plantedFluxFiles,
} from './__testUtils__/plantedFiles';
import { runPlatform } from './__testUtils__/runPlatform';
import { TestRepository } from './__testUtils__/TestRepository';
import { readOutputSchema } from './commands/read/readOutputSchema';

jest.setTimeout(120_000);

describe.each([
  ['Argo CD', plantedArgocdFiles, 'chart.example.org'],
  ['Flux', plantedFluxFiles, 'release.example.org'],
])('secret values planted in a repository of %s', (_, filesOf, chartHost) => {
  it('show nowhere, while everything around them is read', async () => {
    const planted = new Planted();
    const files = filesOf(planted);
    const repository = TestRepository.create(files);
    repository.git(
      'remote',
      'add',
      'origin',
      `https://user:${planted.plain()}@forge.example/acme/platform.git?token=${planted.plain()}`,
    );
    const { directory } = repository;
    const profile = ['--profile', join(directory, 'profile.yaml')];
    try {
      const runs = [
        await runPlatform(['read', directory, ...profile]),
        await runPlatform(['read', directory]),
        await runPlatform(['read', directory, ...profile, '--format', 'table']),
      ];
      const shown = runs.map(({ stdout, stderr }) => `${stdout}${stderr}`);
      const places = planted.values.flatMap(value =>
        shown.some(text => text.includes(value))
          ? Object.keys(files).filter(file => files[file].includes(value))
          : [],
      );
      expect(places).toEqual([]);
      expect(planted.values.filter(v => shown.join().includes(v))).toEqual([]);

      const output = readOutputSchema.parse(JSON.parse(runs[0].stdout));
      const codes = output.findings.map(({ code }) => code);
      expect(codes).toEqual(
        expect.arrayContaining([
          'encrypted',
          'plain-secret',
          'remote-resource',
          'unreadable-file',
        ]),
      );
      expect(
        output.loginClients.map(({ clientId }) => clientId).sort(),
      ).toEqual(['imported', 'resource', 'terraformed', 'written']);
      expect(output.nodes).toMatchObject([{ name: 'one' }]);
      expect(output.routes.flatMap(({ hostnames }) => hostnames)).toEqual(
        expect.arrayContaining(['found.example.org', chartHost]),
      );
      expect(output.externalSecrets).toMatchObject([{ name: 'external' }]);
      expect(output.dashboardEntries).toMatchObject([{ title: 'Gone' }]);
    } finally {
      repository.remove();
    }
  });
});
