import { firstOf } from '../__testUtils__/firstOf';
import { buildPod, buildVolume, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { resultOf } from './Judgement';
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
        const isReplicated = kind === 'longhorn' && nodes.length > 0;
        const isHere = nodes.includes('worker-01');
        const isHereOnly = nodes.length === 1 && nodes[0] === 'worker-01';
        const isUsed = pods.length > 0;
        const expected = firstOf(
          [
            [isElsewhere, 'local-volumes-none'],
            [isReplicated && (!isUsed || !isHere), 'local-volumes-none'],
            [isReplicated && nodes.length === 1, 'replicas-last'],
            [isReplicated, 'replicas-elsewhere'],
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

it.each([
  ['ok', ['worker-01', 'worker-02'], 'replicas-elsewhere', 'fine'],
  ['degraded', ['worker-01', 'worker-02'], 'replicas-missing', 'step'],
  ['unknown', ['worker-01', 'worker-02'], 'replicas-missing', 'step'],
  ['degraded', ['worker-01'], 'replicas-last', 'blocks'],
  ['degraded', ['worker-02'], 'local-volumes-none', 'not-applicable'],
  ['blocked', [], 'local-volumes-place-unknown', 'unknown'],
] as const)(
  'judges a replicated volume that is %s with replicas on %j',
  (state, nodes, reason, result) => {
    const volumes = known([
      buildVolume('wiki', {
        kind: 'longhorn',
        nodes: [...nodes],
        pods: [{ namespace: 'wiki', name: 'wiki-0' }],
        state,
      }),
    ]);
    const judgement = judgeInput(judgeLocalVolumes, { volumes });
    expect([judgement.reason, resultOf(judgement)]).toEqual([reason, result]);
  },
);

it('says that data on NFS is not touched, unless the server itself is a pod', () => {
  const onNfs = (server: string) =>
    judgeInput(judgeLocalVolumes, {
      volumes: known([
        buildVolume('films', {
          kind: 'nfs',
          nfs: { server, path: '/films' },
          pods: [{ namespace: 'films', name: 'films-0', node: 'worker-01' }],
        }),
      ]),
    });
  expect(onNfs('nas.example')).toEqual({
    reason: 'local-volumes-elsewhere',
    subjects: ['films/data'],
  });
  expect(onNfs('nfs.storage.svc.cluster.local').reason).toBe(
    'local-volumes-place-unknown',
  );
});

it('lets what blocks weigh more than what is not known', () => {
  const pods = [{ namespace: 'wiki', name: 'wiki-0' }];
  const volumes = known([
    buildVolume('else', { kind: 'other', pods }),
    buildVolume('wiki', { kind: 'longhorn', nodes: ['worker-01'], pods }),
  ]);
  expect(judgeInput(judgeLocalVolumes, { volumes }).reason).toBe(
    'replicas-last',
  );
});

it.each([
  ['moves', {}, 'local-folders-used'],
  ['bare', {}, 'local-folders-used'],
  ['daemon', {}, 'local-volumes-none'],
  ['static', {}, 'local-volumes-none'],
  ['moves', { rook_cluster: 'rook-ceph' }, 'local-volumes-none'],
] as const)(
  'asks for folders of the machine that a pod uses which is of the kind %s, with labels %j',
  (kind, labels, reason) => {
    const pods = known([
      buildPod('films', 'films-0', 'worker-01', {
        kind,
        labels,
        hostFolders: ['/var/mnt/films'],
      }),
    ]);
    const judge = (node: string) =>
      judgeInput(judgeLocalVolumes, { pods, volumes: known([]) }, node);
    expect(judge('worker-01')).toMatchObject({
      reason,
      ...(reason === 'local-folders-used'
        ? { subjects: ['films/films-0 (/var/mnt/films)'] }
        : {}),
    });
    expect(judge('worker-02').reason).toBe('local-volumes-none');
  },
);

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
