/**
 * What is mutated, per area, and the tests that must notice. Globs are relative
 * to the package. Of a file under `everyNth` only every n-th test is run. With
 * `keepTexts` string literals stay: most are sentences, which no test repeats.
 */
export const areas = {
  protocol: {
    package: 'plugins/change-requests-backend',
    mutate: ['src/protocol/*.ts'],
    tests: ['src/protocol/*.test.ts'],
  },
  edit: {
    package: 'packages/gitops-model',
    mutate: ['src/edit/**/*.ts'],
    tests: ['src/edit/**/*.test.ts', 'src/plan/goldens.test.ts'],
  },
  checks: {
    package: 'packages/gitops-model',
    mutate: ['src/checks/**/*.ts'],
    tests: ['src/checks/**/*.test.ts', 'src/plan/hostile.test.ts'],
    everyNth: { 'src/plan/hostile.test.ts': 40 },
    keepTexts: true,
  },
  plan: {
    package: 'packages/gitops-model',
    mutate: ['src/plan/**/*.ts'],
    tests: [
      'src/plan/{appProject,central,changeOperations,chartApps}.test.ts',
      'src/plan/{goldens,homepageValues,identity,monosense}.test.ts',
      'src/plan/{monosenseCharts,pitower,policyBlocks}.test.ts',
      'src/plan/{retireForeignClient,sharedDatabase}.test.ts',
    ],
    keepTexts: true,
  },
};
