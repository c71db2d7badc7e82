import { readFile } from 'node:fs/promises';

/** Totals over all runners. A runner that wrote no report counts as one failure. */
export class Results {
  passed = 0;
  failed = 0;
  skipped = 0;

  step(ok) {
    this.passed += ok ? 1 : 0;
    this.failed += ok ? 0 : 1;
  }

  async jest(file, code) {
    const report = await readReport(file);
    this.#add(
      code,
      report && {
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests + report.numTodoTests,
      },
    );
  }

  async playwright(file, code) {
    const report = await readReport(file);
    this.#add(
      code,
      report && {
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected + report.errors.length,
        skipped: report.stats.skipped,
      },
    );
  }

  #add(code, totals) {
    if (!totals) {
      this.failed += 1;
      return;
    }
    this.passed += totals.passed;
    this.skipped += totals.skipped;
    this.failed += totals.failed === 0 && code !== 0 ? 1 : totals.failed;
  }

  get ok() {
    return this.failed === 0 && this.passed > 0;
  }

  toString() {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    return `${this.passed} passed, ${this.failed} failed${skipped}`;
  }
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
