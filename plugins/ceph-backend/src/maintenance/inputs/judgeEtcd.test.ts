import type { Reading } from '@internal/plugin-ceph-common';
import { combine } from '../__testUtils__/combine';
import { firstOf } from '../__testUtils__/firstOf';
import {
  buildHealthyCluster,
  buildMachine,
  known,
} from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import type { ClusterFacts } from '../facts/ClusterFacts';
import type { EtcdMember } from '../facts/EtcdFacts';
import { judgeEtcd } from './judgeEtcd';
import { resultOf } from './Judgement';

const SILENT: Reading<never> = { known: false, reason: 'not-reachable' };
const HEALTH = {
  healthy: known(true, 'talos'),
  unhealthy: known(false, 'talos'),
  silent: SILENT,
};
type Health = keyof typeof HEALTH;

describe('etcd', () => {
  const others = combine(
    ['healthy', 'unhealthy', 'silent'],
    ['healthy', 'unhealthy', 'silent'],
    ['healthy', 'unhealthy', 'silent'],
    ['healthy', 'unhealthy', 'silent'],
  );

  it('keeps a majority of healthy voters, for one to five voters and each health of each', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      for (const healths of others.map(all => all.slice(0, count))) {
        const names = [0, ...healths.map((_health, at) => at + 1)].map(
          at => `control-${at}`,
        );
        const members = names.map((node, at): EtcdMember => ({
          node,
          learner: false,
          leader: at === 1,
          healthy: HEALTH[at === 0 ? 'healthy' : healths[at - 1]],
        }));
        const { reason } = judgeInput(
          judgeEtcd,
          {
            etcd: known({ members, alarms: [] }, 'talos'),
            machines: known(
              names.map(name => buildMachine(name, 'controlplane')),
            ),
          },
          'control-0',
        );
        const needed = Math.floor((count + 1) / 2) + 1;
        const of = (health: Health) =>
          healths.filter(found => found === health).length;
        const expected = firstOf(
          [
            [count === 0, 'etcd-only-voter'],
            [count === 1, 'etcd-two-voters'],
            [of('healthy') + of('silent') < needed, 'etcd-majority-lost'],
            [of('silent') > 0, 'unread-not-reachable'],
          ],
          'etcd-keeps-majority',
        );
        expect([healths, reason]).toEqual([healths, expected]);
      }
    }
  });

  it.each([
    ['control-01', 'etcd-leader', 'step'],
    ['control-02', 'etcd-keeps-majority', 'fine'],
    ['worker-01', 'etcd-not-a-member', 'not-applicable'],
  ])('judges %s as %s', (node, reason, result) => {
    const judgement = judgeInput(judgeEtcd, {}, node);
    expect([judgement.reason, resultOf(judgement)]).toEqual([reason, result]);
  });

  it('goes by what is proven of members and machines', () => {
    const healthy = buildHealthyCluster();
    const members = healthy.etcd.known ? healthy.etcd.value.members : [];
    const change = (more: Partial<EtcdMember>, at = 2) =>
      known(
        {
          members: members.map((member, position) =>
            position === at ? { ...member, ...more } : member,
          ),
          alarms: [],
        },
        'talos' as const,
      );
    const reasonOf = (etcd: ClusterFacts['etcd'], node: string) =>
      judgeInput(judgeEtcd, { etcd }, node).reason;
    expect(reasonOf(change({ node: 'control-09' }), 'control-02')).toBe(
      'etcd-members-differ',
    );
    expect(reasonOf(change({ node: 'worker-01' }), 'worker-01')).toBe(
      'etcd-members-differ',
    );
    // Two voters and a learner are two voters.
    expect(reasonOf(change({ learner: true }), 'control-02')).toBe(
      'etcd-two-voters',
    );
    expect(reasonOf(change({ learner: true }), 'control-03')).toBe(
      'etcd-learner',
    );
    expect(reasonOf(change({ leader: false }, 0), 'control-02')).toBe(
      'etcd-no-leader',
    );
    expect(
      reasonOf(
        known({ members, alarms: ['control-01: NOSPACE'] }, 'talos'),
        'control-02',
      ),
    ).toBe('etcd-alarm');
  });
});
