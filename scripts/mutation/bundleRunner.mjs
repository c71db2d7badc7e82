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
  /** Test files; after the dry run the fastest first. */
  #files = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Tests leave real builds out where there is no kustomize: they take too long.
    process.env.PATH = '';
    delete process.env.CI;
    const { package: directory, tests, everyNth = {} } = this.#area;
    for (const name of globSync(tests, { cwd: directory }).sort()) {
      const filename = path.resolve(directory, name);
      const bundle = await bundleTest(filename);
      const load = vm.compileFunction(bundle, [...parameters], { filename });
      const require = fewRuns(createRequire(filename));
      this.#files.push({ name, load, require, nth: everyNth[name] ?? 1 });
    }
  }

  async dryRun() {
    const mutantCoverage = { static: {}, perTest: {} };
    this.#context.mutantCoverage = mutantCoverage;
    const results = [];
    for (const file of this.#files) {
      let index = 0;
      let names = [];
      const outcomes = await runTests(file, {
        chosen: () => index++ % file.nth === 0,
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
      const ofFile = outcomes.map(outcome => toResult(file, outcome));
      file.ids = new Set(ofFile.map(({ id }) => id));
      file.milliseconds = ofFile.reduce((sum, one) => sum + one.timeSpentMs, 0);
      results.push(...ofFile);
    }
    this.#files.sort((one, other) => one.milliseconds - other.milliseconds);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    const context = this.#context;
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    const activate = () => {
      context.activeMutant = activeMutant.id;
    };
    const tests = [];
    try {
      for (const file of this.#files) {
        const ids = testFilter
          ? new Set(testFilter.filter(id => file.ids.has(id)))
          : file.ids;
        if (ids.size === 0) continue;
        context.activeMutant = undefined;
        if (mutantActivation === 'static') activate();
        const outcomes = await runTests(file, {
          chosen: name => ids.has(idOf(file, name)),
          bail: true,
          onLoad: activate,
        });
        tests.push(...outcomes.map(outcome => toResult(file, outcome)));
        if (tests.some(({ status }) => status === TestStatus.Failed)) break;
      }
    } catch (error) {
      // The file itself cannot be loaded with the mutant in it.
      tests.push(toResult({ name: 'load' }, { name: '', failure: `${error}` }));
    } finally {
      context.activeMutant = undefined;
    }
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
