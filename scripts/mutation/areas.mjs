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
    tests: [
      'src/edit/**/*.test.ts',
      'src/plan/{chartApps,monosense*,pitower,planOperations,sharedDatabase}.test.ts',
    ],
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
      'src/plan/{appProject,changeOperations,chartApps,goldens}.test.ts',
      'src/plan/{homepageValues,monosense,monosenseCharts,pitower}.test.ts',
      'src/plan/{planOperations,retireForeignClient,sharedDatabase}.test.ts',
    ],
    keepTexts: true,
  },
};
