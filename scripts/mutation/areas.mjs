/**
 * What is mutated, per area, and the tests that must notice, the fastest first.
 * Globs are relative to the package. With `keepTexts` string literals stay: most
 * are sentences, which no test repeats.
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
    // Not checks.test.ts, which plans a whole app a case.
    tests: [
      'src/checks/check[A-Z]*.test.ts',
      'src/checks/[a-bd-z]*.test.ts',
      'src/checks/*/*.test.ts',
    ],
    keepTexts: true,
  },
  plan: {
    package: 'packages/gitops-model',
    mutate: ['src/plan/**/*.ts'],
    tests: [
      'src/plan/{addOperations,addVolume,appProject,centralHosts}.test.ts',
      'src/plan/{PlanTree,chosenWorkload,retireSettings,returningHost}.test.ts',
      'src/plan/{chartApps,homepageValues,monosenseCharts}.test.ts',
      'src/plan/{pitower,planSetOwner,policyBlocks}.test.ts',
      'src/plan/{refusedOperations,severalOperations,sharedDatabase}.test.ts',
      'src/plan/{changeOperations,central,retireForeignClient}.test.ts',
      'src/checks/checks.test.ts',
      'src/plan/goldens.test.ts',
      'src/plan/{identity,monosense}.test.ts',
    ],
    keepTexts: true,
  },
};
