import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { z } from 'zod';
import { argocdFiles } from './__testUtils__/argocdFiles';
import { fluxFiles } from './__testUtils__/fluxFiles';
import { runPlatform } from './__testUtils__/runPlatform';
import { readFiles, TestRepository } from './__testUtils__/TestRepository';
import { readOutputSchema } from './commands/read/readOutputSchema';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../../..');
const committed: unknown = JSON.parse(
  readFileSync(join(root, 'docs/platform-read.schema.json'), 'utf8'),
);
const sandbox = join(root, 'packages/sandbox/repositories');

describe('the schema of the output', () => {
  it('is committed as it is made', () => {
    expect(committed).toEqual(z.toJSONSchema(readOutputSchema));
  });

  it.each<[string, Record<string, string | Uint8Array>]>([
    ['a small Argo CD repository', argocdFiles],
    ['a small Flux repository', fluxFiles],
    ...readdirSync(sandbox).map(
      (name): [string, Record<string, Uint8Array>] => [
        `the sandbox repository ${name}`,
        readFiles(join(sandbox, name)),
      ],
    ),
  ])('fits what is printed of %s', async (_, files) => {
    const repository = TestRepository.create(files);
    try {
      const { stdout } = await runPlatform(['read', repository.directory]);
      const validate = new Ajv2020({ strict: true }).compile(
        z.record(z.string(), z.unknown()).parse(committed),
      );
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    } finally {
      repository.remove();
    }
  });
});
