// Mutation testing: changes the source in small ways and counts which changes
// no test notices. `yarn mutation [area …] [--mutate GLOB]`; never part of
// `npm test`, as it takes hours.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { areas } from './mutation/areas.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Only files of the area that match, relative to its package. */
    mutate: { type: 'string', multiple: true },
    concurrency: { type: 'string', default: '1' },
  },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(areas);

for (const name of chosen) {
  const area = areas[name];
  if (!area) {
    throw new Error(
      `There is no area "${name}"; choose of ${Object.keys(areas).join(', ')}`,
    );
  }
  process.env.MUTATION_AREA = JSON.stringify(area);
  const inPackage = glob => path.posix.join(area.package, glob);
  await new Stryker({
    mutate: [
      ...(values.mutate ?? area.mutate).map(inPackage),
      `!${inPackage('src/**/*.test.ts')}`,
    ],
    // The copy that is mutated holds what the tests read, and nothing else.
    ignorePatterns: [
      '**',
      '!package.json',
      '!backstage.json',
      '!tsconfig.json',
      '!scripts/mutation/**',
      '!platforms/**',
      `!${area.package}/**`,
    ],
    plugins: [path.resolve('scripts/mutation/bundleRunner.mjs')],
    testRunner: 'bundle',
    coverageAnalysis: 'perTest',
    mutator: { excludedMutations: area.keepTexts ? ['StringLiteral'] : [] },
    concurrency: Number(values.concurrency),
    timeoutMS: 30_000,
    tempDirName: '.portal/mutation',
    reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
    jsonReporter: { fileName: `.portal/reports/mutation-${name}.json` },
    htmlReporter: { fileName: `.portal/reports/mutation-${name}.html` },
    clearTextReporter: { allowColor: false, logTests: false },
    cleanTempDir: 'always',
    thresholds: { high: 95, low: 85, break: 85 },
  }).runMutationTest();
}
