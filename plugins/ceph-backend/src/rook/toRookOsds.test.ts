import { podSchema } from '@internal/upstream';
import { deploymentSchema } from './resources';
import { toRookOsds } from './toRookOsds';

const labels = { app: 'rook-ceph-osd', 'ceph-osd-id': '4' };

function readOsd(
  environment: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
  pods: object[] = [],
) {
  const deployment = deploymentSchema.parse({
    metadata: {
      name: 'rook-ceph-osd-4',
      namespace: 'rook-ceph',
      labels: { ...labels, ...more },
    },
    spec: {
      replicas: 1,
      template: {
        spec: {
          nodeSelector: { 'kubernetes.io/hostname': 'node-a' },
          containers: [
            { name: 'log-collector', env: [] },
            {
              name: 'osd',
              env: [
                { name: 'ROOK_NODE_NAME', valueFrom: {} },
                ...Object.entries(environment).map(([name, value]) => ({
                  name,
                  value,
                })),
              ],
            },
          ],
        },
      },
    },
    status: {},
  });
  return toRookOsds({
    deployments: [deployment],
    pods: pods.map(pod => podSchema.parse(pod)),
  }).get(4);
}

test.each([
  [
    'a disk or partition',
    { ROOK_BLOCK_PATH: '/dev/nvme0n1p2', ROOK_CV_MODE: 'raw' },
    {},
    { form: 'raw', devicePath: '/dev/nvme0n1p2' },
  ],
  [
    'a logical volume',
    { ROOK_LV_PATH: '/dev/ceph-a/osd-block-b', ROOK_CV_MODE: 'lvm' },
    {},
    { form: 'lvm', devicePath: '/dev/ceph-a/osd-block-b' },
  ],
  [
    'a logical volume beside an empty block path',
    { ROOK_LV_PATH: '/dev/ceph-a/osd-block-b', ROOK_BLOCK_PATH: '' },
    {},
    { form: 'lvm', devicePath: '/dev/ceph-a/osd-block-b' },
  ],
  [
    'an encrypted disk',
    { ROOK_BLOCK_PATH: '/dev/sdb', ROOK_CV_MODE: 'raw' },
    { encrypted: 'true' },
    { form: 'encrypted', devicePath: '/dev/sdb' },
  ],
  [
    'a disk that says that it is not encrypted',
    { ROOK_BLOCK_PATH: '/dev/sdb' },
    { encrypted: 'false' },
    { form: 'raw' },
  ],
  [
    'a claim by its label, encrypted or not',
    { ROOK_BLOCK_PATH: '/mnt/set1-data-0' },
    { 'ceph.rook.io/pvc': 'set1-data-0', encrypted: 'true' },
    { form: 'claim', claim: 'set1-data-0' },
  ],
  [
    'a claim by its environment',
    { ROOK_BLOCK_PATH: '/mnt/data', ROOK_PVC_BACKED_OSD: 'true' },
    {},
    { form: 'claim', claim: undefined },
  ],
  [
    'nothing that is told',
    {},
    {},
    { form: 'unknown', devicePath: undefined, node: 'node-a' },
  ],
])('tells an OSD on %s', (_, environment, more, expected) => {
  expect(readOsd(environment, more)).toMatchObject(expected);
});

test('takes the machine that the pod runs on before the one it was meant for', () => {
  const pod = {
    metadata: {
      name: 'rook-ceph-osd-4-x',
      namespace: 'rook-ceph',
      uid: 'u',
      labels,
    },
    spec: { nodeName: 'node-b', containers: [] },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
  expect(readOsd({}, {}, [pod])).toMatchObject({
    node: 'node-b',
    isPodReady: true,
  });
  expect(readOsd({})).toMatchObject({ node: 'node-a', isPodReady: false });
  expect(readOsd({}, { 'ceph-osd-id': 'x', osd: 'y' })).toBeUndefined();
});
