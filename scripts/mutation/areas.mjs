/**
 * What is mutated, per area, and the tests that must notice, the fastest first.
 * Globs are relative to the package. Of a file under `everyNth` only every n-th
 * test is run. With `keepTexts` string literals stay: most are sentences, which
 * no test repeats.
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
    tests: ['src/edit/**/*.test.ts'],
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
      'src/plan/{appProject,chartApps,homepageValues,pitower}.test.ts',
      'src/plan/{monosenseCharts,policyBlocks,refusedOperations}.test.ts',
      'src/plan/sharedDatabase.test.ts',
      'src/plan/{changeOperations,central,retireForeignClient}.test.ts',
      'src/checks/checks.test.ts',
      'src/plan/goldens.test.ts',
      'src/plan/{identity,monosense}.test.ts',
    ],
    keepTexts: true,
  },
};
