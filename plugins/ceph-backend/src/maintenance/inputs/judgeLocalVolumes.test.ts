import { firstOf } from '../__testUtils__/firstOf';
import { buildVolume, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeLocalVolumes } from './judgeLocalVolumes';

it('asks where the data of each kind of volume lies', () => {
  const users = [[], [{ namespace: 'wiki', name: 'wiki-0' }]];
  const places = [[], ['worker-01'], ['worker-02'], ['worker-01', 'worker-02']];
  const kinds = [
    'ceph-rbd',
    'cephfs',
    'nfs',
    'local',
    'longhorn',
    'other',
  ] as const;
  for (const kind of kinds) {
    for (const nodes of places) {
      for (const pods of users) {
        const { reason } = judgeInput(judgeLocalVolumes, {
          volumes: known([buildVolume('wiki', { kind, nodes, pods })]),
        });
        const isElsewhere =
          kind === 'ceph-rbd' || kind === 'cephfs' || kind === 'nfs';
        const isHereOnly = nodes.length === 1 && nodes[0] === 'worker-01';
        const isUsed = pods.length > 0;
        const expected = firstOf(
          [
            [isElsewhere, 'local-volumes-none'],
            [nodes.length === 0 && isUsed, 'local-volumes-place-unknown'],
            // It lies on one of them.
            [
              kind === 'local' && nodes.length > 1 && isUsed,
              'local-volumes-place-unknown',
            ],
            [isHereOnly && isUsed, 'local-volumes-offline'],
            [isHereOnly, 'local-volumes-unused'],
          ],
          'local-volumes-none',
        );
        expect([kind, nodes, isUsed, reason]).toEqual([
          kind,
          nodes,
          isUsed,
          expected,
        ]);
      }
    }
  }
});

it('leaves machines alone on which a local volume cannot lie', () => {
  const volumes = known([
    buildVolume('scratch', {
      kind: 'local',
      nodes: ['worker-01', 'worker-02'],
      pods: [{ namespace: 'scratch', name: 'scratch-0' }],
    }),
  ]);
  expect(judgeInput(judgeLocalVolumes, { volumes }, 'worker-03').reason).toBe(
    'local-volumes-none',
  );
});
