import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleTest } from './bundleTest.mjs';
import { fewRuns } from './fewRuns.mjs';
import { parameters, runTests } from './runTests.mjs';

/**
 * Runs Jest tests in the mutation tester's own process: each test file is
 * bundled once and evaluated anew for every mutant, so that none sees what
 * another left. That takes milliseconds where starting Jest takes seconds.
 */
class BundleRunner {
  #area = JSON.parse(process.env.MUTATION_AREA);
  #context = (globalThis.__stryker__ ??= {});
  /** Test files, in the order they are asked. */
  #files = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Tests leave real builds out where there is no kustomize: they take too long.
    process.env.PATH = '';
    delete process.env.CI;
    const { package: directory, tests } = this.#area;
    const names = tests.flatMap(glob => globSync(glob, { cwd: directory }));
    for (const name of new Set(names)) {
      const filename = path.resolve(directory, name);
      const bundle = await bundleTest(filename);
      const load = vm.compileFunction(bundle, [...parameters], { filename });
      const require = fewRuns(createRequire(filename));
      this.#files.push({ name, load, require });
    }
  }

  async dryRun() {
    const mutantCoverage = { static: {}, perTest: {} };
    this.#context.mutantCoverage = mutantCoverage;
    const results = [];
    for (const file of this.#files) {
      let names = [];
      const outcomes = await runTests(file, {
        chosen: () => true,
        onStart: started => {
          names = started;
          this.#context.currentTestId = running;
        },
        onEnd: () => {
          this.#context.currentTestId = undefined;
          const ids = names.map(name => idOf(file, name));
          share(mutantCoverage.perTest, ids);
        },
      });
      results.push(...outcomes.map(outcome => toResult(file, outcome)));
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    const context = this.#context;
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    const activate = () => {
      context.activeMutant = activeMutant.id;
    };
    const isStatic = mutantActivation === 'static';
    const tests = [];
    for (const file of this.#files) {
      const ids = testFilter?.filter(id => id.startsWith(idOf(file, '')));
      if (ids?.length === 0) continue;
      const wanted = ids && new Set(ids);
      context.activeMutant = undefined;
      if (isStatic) activate();
      const outcomes = await runTests(file, {
        chosen: name => wanted?.has(idOf(file, name)) ?? true,
        bail: true,
        onLoad: activate,
      }).catch(error => {
        // With the mutant in it, the file itself may not load.
        if (isStatic) return [{ name: 'load', failure: String(error) }];
        throw error;
      });
      tests.push(...outcomes.map(outcome => toResult(file, outcome)));
      if (tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    context.activeMutant = undefined;
    const timeout = determineHitLimitReached(context.hitCount, hitLimit);
    return toMutantRunResult(
      timeout ?? { status: DryRunStatus.Complete, tests },
      false,
    );
  }
}

/** Counts of what runs now, until it is known which tests it is for. */
const running = 'running';

function share(perTest, ids) {
  const { [running]: counts = {} } = perTest;
  delete perTest[running];
  for (const id of ids) {
    perTest[id] ??= {};
    for (const [mutant, count] of Object.entries(counts)) {
      perTest[id][mutant] = (perTest[id][mutant] ?? 0) + count;
    }
  }
}

function idOf(file, name) {
  return `${file.name} ${name}`;
}

function toResult(file, { name, milliseconds, failure }) {
  const id = idOf(file, name);
  return {
    id,
    name: id,
    timeSpentMs: milliseconds ?? 0,
    ...(failure === undefined
      ? { status: TestStatus.Success }
      : { status: TestStatus.Failed, failureMessage: failure }),
  };
}

export const strykerPlugins = [
  declareFactoryPlugin(
    PluginKind.TestRunner,
    'bundle',
    Object.assign(() => new BundleRunner(), { inject: [] }),
  ),
];
