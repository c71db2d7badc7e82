import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** One test file with all sources it imports; packages stay outside. */
export async function bundleTest(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [ownDirectory],
  });
  return outputFiles[0].text;
}

/** Every source keeps the `__dirname` it has by itself: fixtures are found by it. */
const ownDirectory = {
  name: 'own-directory',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const directory = JSON.stringify(path.dirname(file));
      return {
        contents: text.includes('__dirname')
          ? `const __dirname = ${directory};\n${text}`
          : text,
        loader: file.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};
