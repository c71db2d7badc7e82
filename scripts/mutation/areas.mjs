/**
 * What is mutated, per area, and the tests that must notice. Globs are relative
 * to the package.
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
    mutate: ['src/checks/*.ts'],
    tests: ['src/checks/*.test.ts', 'src/plan/hostile.test.ts'],
  },
  plan: {
    package: 'packages/gitops-model',
    mutate: ['src/plan/**/*.ts'],
    tests: ['src/plan/*.test.ts', '!src/plan/kustomizeBuild.test.ts'],
  },
};
