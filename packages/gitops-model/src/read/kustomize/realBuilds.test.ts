import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import {
  buildAll,
  findKustomize,
  writeFiles,
} from '../../__testUtils__/kustomizeBuild';
import {
  differences,
  objectsBuilt,
  objectsRead,
} from '../../__testUtils__/compareBuilds';

const root = resolve(__dirname, '../../../../..');
const kustomize = findKustomize();
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

const kustomizationFile = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

const trees = [
  ...readdirSync(join(root, 'packages/sandbox/repositories'), {
    withFileTypes: true,
  })
    .filter(entry => entry.isDirectory())
    .map(entry => join('packages/sandbox/repositories', entry.name)),
  '../shared/corpus/pitower/tree',
  '../shared/corpus/monosense/tree',
];

(typeof kustomize === 'function' ? describe : describe.skip)(
  'every kustomization of a real tree',
  () => {
    it.each(trees)(
      'builds as kustomize builds it: %s',
      async tree => {
        if (!existsSync(join(root, tree))) {
          process.stderr.write(`Skipped ${tree}: it is not there.\n`);
          return;
        }
        const files = withoutCharts(readFiles(join(root, tree)));
        const directories = Object.keys(files)
          .filter(file => kustomizationFile.test(file))
          .map(file => file.replace(kustomizationFile, ''));
        const copy = writeFiles(files);
        try {
          const built = await buildAll(
            directories.map(directory => join(copy, directory)),
          );
          const found = directories.flatMap((directory, index) => {
            const read = objectsRead(files, directory);
            if (read.remote) return [];
            const real = objectsBuilt(built[index]);
            return differences(real, read.objects).map(
              difference => `${directory}: ${difference}`,
            );
          });
          expect(found).toEqual([]);
        } finally {
          rmSync(copy, { recursive: true });
        }
      },
      120_000,
    );
  },
);

function readFiles(directory: string): Record<string, Uint8Array> {
  const files = readdirSync(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return Object.fromEntries(
    files
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .map(path => [relative(directory, path), readFileSync(path)]),
  );
}

/** Charts are never rendered: kustomize would run Helm for them. */
function withoutCharts(
  files: Record<string, Uint8Array>,
): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      if (!kustomizationFile.test(path)) return [path, content];
      const document = parseDocument(Buffer.from(content).toString('utf8'));
      if (document.errors.length > 0 || !document.has('helmCharts')) {
        return [path, content];
      }
      document.delete('helmCharts');
      document.delete('helmGlobals');
      if (!document.has('resources')) document.set('resources', []);
      return [path, Buffer.from(document.toString())];
    }),
  );
}
