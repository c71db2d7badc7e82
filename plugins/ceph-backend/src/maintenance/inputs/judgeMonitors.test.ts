import { buildCeph, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { resultOf } from './Judgement';
import { judgeMonitors } from './judgeMonitors';

it('keeps a majority of monitors, for one to five and each in quorum or not', () => {
  for (const count of [1, 2, 3, 4, 5]) {
    for (let quorum = 0; quorum < 2 ** count; quorum += 1) {
      const monitors = Array.from({ length: count }, (_none, at) => ({
        name: 'abcde'[at],
        node: at === 0 ? 'worker-01' : `other-${at}`,
        inQuorum: Math.floor(quorum / 2 ** at) % 2 === 1,
      }));
      const ceph = known(
        [buildCeph({ monitors: known(monitors, 'ceph-manager') })],
        'rook' as const,
      );
      const left = monitors.slice(1).filter(({ inQuorum }) => inQuorum).length;
      expect([monitors, judgeInput(judgeMonitors, { ceph }).reason]).toEqual([
        monitors,
        left > count / 2 ? 'monitors-keep-majority' : 'monitors-majority-lost',
      ]);
      expect(judgeInput(judgeMonitors, { ceph }, 'control-01').reason).toBe(
        'monitors-none',
      );
    }
  }
});

it('cannot judge a monitor that Ceph does not name, nor a Ceph without monitors', () => {
  const { monitors } = buildCeph();
  const judgeNamed = (names: string[]) =>
    judgeInput(judgeMonitors, {
      ceph: known(
        [
          buildCeph({
            monitors: known(
              monitors.known
                ? monitors.value.filter(({ name }) => names.includes(name))
                : [],
            ),
          }),
        ],
        'rook',
      ),
    });
  expect(judgeNamed(['b', 'c'])).toEqual({
    reason: 'monitors-place-unknown',
    subjects: ['a'],
  });
  expect(resultOf(judgeNamed([]))).toBe('unknown');
  expect(
    resultOf(
      judgeInput(
        judgeMonitors,
        { ceph: known([buildCeph({ monitors: known([]) })], 'rook') },
        'control-01',
      ),
    ),
  ).toBe('unknown');
});
