import { combine } from '../__testUtils__/combine';
import { firstOf } from '../__testUtils__/firstOf';
import { buildCeph, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeOsds } from './judgeOsds';

describe('OSDs', () => {
  it('follows the decision table over placement, pools, OSDs and flags', () => {
    const table = combine(
      ['host', 'rack', 'osd', undefined],
      [1, 2, 3],
      [1, 2, 3],
      ['up', 'own down'],
      ['as Ceph says', 'other pods'],
      ['no flag', 'noout', 'noout on the host', 'noout elsewhere'],
    );
    for (const row of table) {
      const [failureDomain, size, minSize, state, pods, flag] = row;
      const healthy = buildCeph();
      const osds = healthy.osds.known ? healthy.osds.value : [];
      const ceph = buildCeph({
        osds: known(
          osds.map(osd => ({
            ...osd,
            up: state === 'up' || osd.id !== 0,
            node:
              pods === 'other pods' && osd.id === 1 ? 'worker-02' : osd.node,
          })),
          'ceph-manager',
        ),
        pools: known(
          [{ id: 1, name: 'pool', size, minSize, failureDomain }],
          'ceph-manager',
        ),
        flags: known(
          flag === 'no flag'
            ? []
            : [
                {
                  flag: 'noout',
                  scope: {
                    noout: undefined,
                    'noout on the host': 'worker-01',
                    'noout elsewhere': 'worker-02',
                  }[flag],
                },
              ],
          'ceph-manager',
        ),
      });
      const expected = firstOf(
        [
          [state === 'own down', 'osds-already-down'],
          [size - 1 < minSize, 'osds-pool-too-small'],
          [pods === 'other pods', 'osds-differ'],
          [
            failureDomain === 'osd' || failureDomain === undefined,
            'osds-placement-unknown',
          ],
          [
            flag === 'noout' || flag === 'noout on the host',
            'osds-keep-serving',
          ],
        ],
        'osds-need-noout',
      );
      const { reason } = judgeInput(judgeOsds, { ceph: known([ceph], 'rook') });
      expect([row, reason]).toEqual([row, expected]);
    }
  });

  it('goes by where each placement group lies, where that is told', () => {
    const judgeSets = (acting: number[]) =>
      judgeInput(judgeOsds, {
        ceph: known(
          [
            buildCeph({
              pools: known(
                [{ id: 1, name: 'pool', size: 3, minSize: 2 }],
                'ceph-manager',
              ),
              actingSets: [
                { id: '1.0', state: 'active+clean', acting: [0, 2, 4] },
                { id: '1.1', state: 'active+clean', acting },
              ],
            }),
          ],
          'rook',
        ),
      });
    expect(judgeSets([1, 3, 5]).reason).toBe('osds-need-noout');
    expect(judgeSets([0, 1, 5])).toMatchObject({
      reason: 'osds-groups-would-stop',
      values: { groups: 1 },
    });
  });

  it('does not judge a machine that stands for several hosts, and leaves out pools elsewhere', () => {
    const healthy = buildCeph();
    const osds = healthy.osds.known ? healthy.osds.value : [];
    const several = buildCeph({
      osds: known(
        osds.map(osd => ({ ...osd, crushHost: `claim-${osd.id}` })),
        'ceph-manager',
      ),
    });
    expect(
      judgeInput(judgeOsds, { ceph: known([several], 'rook') }).reason,
    ).toBe('osds-several-hosts');
    const elsewhere = buildCeph({
      pools: known(
        [{ id: 1, name: 'pool', size: 1, minSize: 1, osds: [4] }],
        'ceph-manager',
      ),
    });
    expect(
      judgeInput(judgeOsds, { ceph: known([elsewhere], 'rook') }).reason,
    ).toBe('osds-need-noout');
    expect(
      judgeInput(judgeOsds, { ceph: known([elsewhere], 'rook') }, 'worker-03')
        .reason,
    ).toBe('osds-pool-too-small');
    expect(judgeInput(judgeOsds, {}, 'control-01').reason).toBe('osds-none');
    expect(judgeInput(judgeOsds, { ceph: known([], 'rook') }).reason).toBe(
      'ceph-none',
    );
  });
});
