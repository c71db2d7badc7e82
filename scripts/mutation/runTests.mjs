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
 * `chosen`, with the hooks they need; with `bail` none after the first that
 * fails. What runs is told to `onStart` as the names of the tests it is for: one,
 * or all that a `beforeAll` is for.
 */
export async function runTests(
  { load, require },
  { chosen, bail = false, onLoad, onStart, onEnd },
) {
  circus.resetState();
  const module = { exports: {} };
  load(...Object.values(given), require, module, module.exports);
  onLoad?.();
  const tests = testsOf(circus.getState().rootDescribeBlock);
  for (const one of tests) {
    if (!chosen(nameOf(one))) one.mode = 'skip';
  }

  const outcomes = [];
  const listen = ({ name, test: one, hook }) => {
    if (hook?.type === 'beforeAll') {
      if (name === 'hook_start') onStart?.(testsOf(hook.parent).map(nameOf));
      else onEnd?.();
    }
    if (name === 'test_started') onStart?.([nameOf(one)]);
    if (name === 'test_done') {
      onEnd?.();
      const failed = one.errors.length > 0;
      outcomes.push({
        name: nameOf(one),
        milliseconds: one.duration ?? 0,
        failure: failed ? messageOf(one.errors[0]) : undefined,
      });
      if (bail && failed) for (const other of tests) other.mode = 'skip';
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

function testsOf({ children }) {
  return children
    .flatMap(child => (child.type === 'describeBlock' ? testsOf(child) : child))
    .filter(({ mode }) => mode !== 'skip');
}

function nameOf({ name, parent }) {
  // The outermost block is the file's own and has no name to read.
  return parent?.parent ? `${nameOf(parent)} ${name}` : name;
}

function messageOf(error) {
  const [thrown] = [error].flat();
  return String(thrown?.message ?? thrown);
}
