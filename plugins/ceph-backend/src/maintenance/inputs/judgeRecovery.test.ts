import { buildCeph, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { resultOf } from './Judgement';
import { judgeRecovery } from './judgeRecovery';

it.each([
  ['active+clean', 'fine'],
  ['active+clean+scrubbing', 'fine'],
  ['active+clean+scrubbing+deep', 'fine'],
  ['active+clean+snaptrim_wait', 'fine'],
  ['active+clean+inconsistent', 'blocks'],
  ['active+clean+remapped', 'blocks'],
  ['active+undersized+degraded', 'blocks'],
  ['active+recovering', 'blocks'],
  ['clean', 'blocks'],
  ['peering', 'blocks'],
  ['unknown', 'blocks'],
  ['', 'blocks'],
])('takes placement groups in the state %j as %s', (state, expected) => {
  const ceph = buildCeph({
    placementGroups: known([{ state, count: 2 }], 'ceph-manager'),
  });
  expect(
    resultOf(judgeInput(judgeRecovery, { ceph: known([ceph], 'rook') })),
  ).toBe(expected);
  expect(
    resultOf(
      judgeInput(judgeRecovery, { ceph: known([ceph], 'rook') }, 'control-01'),
    ),
  ).toBe('not-applicable');
});

it('does not take a Ceph that tells no placement groups for one that has all copies', () => {
  const silent = buildCeph({ placementGroups: known([]) });
  expect(
    resultOf(judgeInput(judgeRecovery, { ceph: known([silent], 'rook') })),
  ).toBe('unknown');
  const empty = buildCeph({ placementGroups: known([]), pools: known([]) });
  expect(
    judgeInput(judgeRecovery, { ceph: known([empty], 'rook') }).reason,
  ).toBe('recovery-none');
});
