import {
  type MaintenanceInput,
  maintenanceInputIdSchema,
  maintenanceInputSchema,
} from '@internal/plugin-ceph-common';
import { decideVerdict } from './decideVerdict';

const RESULTS = maintenanceInputSchema.shape.result.options;
const IDS = maintenanceInputIdSchema.options;

type Result = MaintenanceInput['result'];

function tell(counts: Record<Result, number>) {
  if (counts.blocks > 0) return 'unsafe';
  if (counts.unknown > 0) return 'unknown';
  return counts.step > 0 ? 'safe-after-steps' : 'safe';
}

describe('decideVerdict', () => {
  it('follows the decision table for every combination of the results of all inputs', () => {
    const inputs = IDS.map(id => ({ id, result: RESULTS[0] }));
    const digits = IDS.map(() => 0);
    const counts: Record<Result, number> = {
      fine: 0,
      step: 0,
      blocks: 0,
      unknown: 0,
      'not-applicable': 0,
    };
    counts[RESULTS[0]] = IDS.length;
    let combinations = 0;
    let wrong = 0;
    for (let isDone = false; !isDone;) {
      combinations += 1;
      const expected = tell(counts);
      if (decideVerdict(inputs) !== expected) wrong += 1;
      // The next combination, as an odometer goes.
      let position = 0;
      while (position < digits.length) {
        counts[inputs[position].result] -= 1;
        digits[position] = (digits[position] + 1) % RESULTS.length;
        inputs[position].result = RESULTS[digits[position]];
        counts[inputs[position].result] += 1;
        if (digits[position] !== 0) break;
        position += 1;
      }
      isDone = position === digits.length;
    }
    expect({ combinations, wrong }).toEqual({
      combinations: RESULTS.length ** IDS.length,
      wrong: 0,
    });
  }, 120_000);

  it.each(IDS)('calls a verdict without the input %s unknown', missing => {
    const inputs = IDS.filter(id => id !== missing).map(id => ({
      id,
      result: 'fine' as const,
    }));
    expect(decideVerdict(inputs)).toBe('unknown');
    expect(decideVerdict([])).toBe('unknown');
  });
});
