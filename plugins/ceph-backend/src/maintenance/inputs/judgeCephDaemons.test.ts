import { combine } from '../__testUtils__/combine';
import { firstOf } from '../__testUtils__/firstOf';
import { buildCeph, buildPod, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeCephDaemons } from './judgeCephDaemons';

it('needs a manager and metadata servers elsewhere', () => {
  const table = combine(
    [undefined, 'a'],
    [[], ['b']],
    [[], ['files-b']],
    [0, 1],
    ['worker-01', 'worker-02', 'worker-03', 'control-01'],
  );
  for (const row of table) {
    const [active, standbys, servers, failed, node] = row;
    const ceph = buildCeph({
      managers: known({ active, standbys }, 'ceph-manager'),
      filesystems: known(
        [{ name: 'files', standbys: servers, failed }],
        'ceph-manager',
      ),
    });
    const runsManager = node === 'worker-01' || node === 'worker-02';
    const runsServer = node === 'worker-02' || node === 'worker-03';
    const expected = firstOf(
      [
        [!runsManager && !runsServer, 'daemons-none'],
        [failed > 0, 'daemons-failed'],
        [active === undefined, 'daemons-no-manager'],
        [
          (runsManager && standbys.length === 0) ||
            (runsServer && servers.length === 0),
          'daemons-move',
        ],
      ],
      'daemons-remain',
    );
    const { reason } = judgeInput(
      judgeCephDaemons,
      { ceph: known([ceph], 'rook') },
      node,
    );
    expect([row, reason]).toEqual([row, expected]);
  }
});

it('does not count a metadata server that runs on the same machine as standing by', () => {
  const server = (name: string, node: string) =>
    buildPod('rook-ceph', `rook-ceph-mds-${name}`, node, {
      labels: { app: 'rook-ceph-mds', ceph_daemon_id: name },
    });
  const judgePlaces = (nodes: [string, string]) =>
    judgeInput(judgeCephDaemons, {
      pods: known([server('files-a', nodes[0]), server('files-b', nodes[1])]),
    }).reason;
  expect(judgePlaces(['worker-01', 'worker-02'])).toBe('daemons-remain');
  expect(judgePlaces(['worker-01', 'worker-01'])).toBe('daemons-move');
});
