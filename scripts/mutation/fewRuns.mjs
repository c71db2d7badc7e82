/** Runs of a property where a mutant is looked for; the tests ask for more. */
const most = 30;

/**
 * `require` whose fast-check tries fewer values and stops at the first that
 * fails: which it is, and how small it can be made, matters to no mutant.
 */
export function fewRuns(require) {
  return id => {
    const loaded = require(id);
    if (id !== 'fast-check') return loaded;
    const { default: fc } = loaded;
    const assert = (property, { numRuns = most, ...settings } = {}) =>
      fc.assert(property, {
        ...settings,
        numRuns: Math.min(numRuns, most),
        endOnFailure: true,
        seed: settings.seed ?? 1,
      });
    return { ...loaded, __esModule: true, default: { ...fc, assert } };
  };
}
