import { outline } from '../__testUtils__/outline';
import { profile } from '../__testUtils__/readFixture';
import { checkAutoscaling } from './checkAutoscaling';

function check(min: number, max: number, cpuPercent: number) {
  return checkAutoscaling(
    {
      type: 'set-autoscaling',
      app: 'journal',
      workload: 'web',
      min,
      max,
      cpuPercent,
    },
    { profile },
  );
}

const lower = 'error autoscaling-invalid min';
const upper = 'error autoscaling-invalid max';
const load = 'error autoscaling-invalid cpuPercent';

describe('checkAutoscaling', () => {
  it.each([
    [1, 1, 1, []],
    [1, 10, 100, []],
    [10, 10, 70, []],
    [0, 3, 70, [lower]],
    [4, 3, 70, [lower]],
    [1, 11, 70, [upper]],
    [11, 11, 70, [upper]],
    [1, 3, 0, [load]],
    [1, 3, 101, [load]],
    [0, 11, 0, [lower, load]],
  ])('says of %d to %d pods at %d %% %j', (min, max, percent, expected) => {
    expect(outline(check(min, max, percent))).toEqual(expected);
  });

  it('names what was asked for and what may be', () => {
    expect(check(2, 30, 140)).toMatchObject([
      {
        message: '2 to 30 replicas cannot be asked for.',
        fix: 'Ask for a lower and an upper bound from 1 to 10.',
      },
      {
        message: '140 % is no load that pods can be held at.',
        fix: 'Ask for 1 to 100 % of the CPU request, such as 70.',
      },
    ]);
  });
});
