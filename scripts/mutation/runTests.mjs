import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';

const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } =
  circus;
const given = {
  describe,
  it,
  test,
  beforeAll,
  beforeEach,
  afterAll,
  afterEach,
  expect: jestExpect,
  jest: { setTimeout() {} },
};

/** Names of what a test file finds without importing it. */
export const parameters = [
  ...Object.keys(given),
  'require',
  'module',
  'exports',
];

/**
 * Loads one bundled test file and runs those of its tests whose name is
 * `chosen`; with `bail` none after the first that fails.
 */
export async function runTests(
  { load, require },
  { chosen, bail = false, onLoad, onStart, onEnd },
) {
  circus.resetState();
  const module = { exports: {} };
  load(...Object.values(given), require, module, module.exports);
  onLoad?.();

  const outcomes = [];
  let failed = false;
  const listen = event => {
    if (event.name === 'test_start') {
      const name = nameOf(event.test);
      if ((bail && failed) || !chosen(name)) event.test.mode = 'skip';
      else onStart?.(name);
    }
    if (event.name === 'test_done' && event.test.mode !== 'skip') {
      onEnd?.();
      const { errors, duration } = event.test;
      failed ||= errors.length > 0;
      outcomes.push({
        name: nameOf(event.test),
        milliseconds: duration ?? 0,
        failure: errors.length > 0 ? messageOf(errors[0]) : undefined,
      });
    }
  };
  circus.addEventHandler(listen);
  try {
    await circus.run();
  } finally {
    circus.removeEventHandler(listen);
  }
  return outcomes;
}

function nameOf({ name, parent }) {
  // The outermost block is the file's own and has no name to read.
  return parent?.parent ? `${nameOf(parent)} ${name}` : name;
}

function messageOf(error) {
  const [thrown] = [error].flat();
  return String(thrown?.message ?? thrown);
}
