/**
 * What is mutated, per area, and the tests that must notice. Globs are relative
 * to the package. Of a file under `everyNth` only every n-th test is run.
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
    tests: [
      'src/edit/**/*.test.ts',
      'src/plan/{chartApps,monosense*,pitower,planOperations,sharedDatabase}.test.ts',
    ],
  },
  checks: {
    package: 'packages/gitops-model',
    mutate: ['src/checks/**/*.ts'],
    tests: ['src/checks/**/*.test.ts', 'src/plan/hostile.test.ts'],
    everyNth: { 'src/plan/hostile.test.ts': 10 },
  },
  plan: {
    package: 'packages/gitops-model',
    mutate: ['src/plan/**/*.ts'],
    tests: ['src/plan/[a-gi-z]*.test.ts', 'src/plan/homepageValues.test.ts'],
  },
};
