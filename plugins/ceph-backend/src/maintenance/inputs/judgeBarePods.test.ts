import { buildPod, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeBarePods } from './judgeBarePods';

it.each([
  ['moves', 'bare-pods-none'],
  ['daemon', 'bare-pods-none'],
  ['static', 'bare-pods-none'],
  ['bare', 'bare-pods-present'],
] as const)('takes a pod that %s as %s', (kind, expected) => {
  const pods = known([buildPod('wiki', 'wiki-0', 'worker-01', { kind })]);
  expect(judgeInput(judgeBarePods, { pods }).reason).toBe(expected);
  expect(judgeInput(judgeBarePods, { pods }, 'worker-02').reason).toBe(
    'bare-pods-none',
  );
});
