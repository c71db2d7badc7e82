import { z } from 'zod';
import { simulatedPlatforms } from '../platforms/simulatedPlatforms';
import {
  startTestCluster,
  type TestCluster,
  toClaim,
  toDeployment,
} from './__testUtils__/startTestCluster';
import type { Manifest } from './KubernetesObject';

// Other tests run beside this one.
jest.setTimeout(30_000);

const claims = '/api/v1/namespaces/web/persistentvolumeclaims';
const volumes = '/api/v1/persistentvolumes';
const attachments = '/apis/storage.k8s.io/v1/volumeattachments';
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const matching = (pattern: string) =>
  expect.stringMatching(new RegExp(`^${pattern}$`));

const storageClass = (
  name: string,
  provisioner: string,
  more: Record<string, unknown> = {},
): Manifest => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner,
  ...more,
});

function definitionOf(name: string) {
  const definition = simulatedPlatforms
    .flatMap(({ clusters }) => clusters)
    .find(cluster => cluster.name === name);
  if (!definition) {
    throw new Error(`There is no cluster ${name}.`);
  }
  return definition;
}

let running: TestCluster | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(name: string): Promise<TestCluster> {
  running = await startTestCluster(definitionOf(name));
  return running;
}

const claimSchema = z.looseObject({
  metadata: z.looseObject({ uid: z.string() }),
  spec: z.looseObject({ volumeName: z.string() }),
});
const volumeSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
});

/** The volume of a claim, once it is bound. */
async function readVolume({ get, waitFor }: TestCluster, name: string) {
  await waitFor(`${claims}/${name}`, { status: { phase: 'Bound' } });
  const claim = claimSchema.parse(await get(`${claims}/${name}`));
  const volume = volumeSchema.parse(
    await get(`${volumes}/${claim.spec.volumeName}`),
  );
  expect(volume).toMatchObject({
    spec: {
      claimRef: {
        kind: 'PersistentVolumeClaim',
        namespace: 'web',
        name,
        uid: claim.metadata.uid,
      },
      capacity: { storage: '5Gi' },
      volumeMode: 'Filesystem',
    },
    status: { phase: 'Bound' },
  });
  return { volume, uid: claim.metadata.uid };
}

describe('volumes of Ceph', () => {
  it.each([
    ['pitower', 'ceph-block', 2],
    // Lies in the Ceph cluster of infra, whose pool has the same id there.
    ['apps', 'replicapool', 2],
  ])('are RBD images in %s', async (cluster, pool, poolId) => {
    const test = await start(cluster);
    test.apply(
      storageClass('block', 'rook-ceph.rbd.csi.ceph.com', {
        parameters: { clusterID: 'rook-ceph', pool },
      }),
    );
    test.apply(toClaim('data', 'block'));
    const { volume, uid } = await readVolume(test, 'data');
    expect(volume).toMatchObject({
      metadata: {
        name: `pvc-${uid}`,
        annotations: {
          'pv.kubernetes.io/provisioned-by': 'rook-ceph.rbd.csi.ceph.com',
        },
      },
      spec: {
        storageClassName: 'block',
        persistentVolumeReclaimPolicy: 'Delete',
        csi: {
          driver: 'rook-ceph.rbd.csi.ceph.com',
          fsType: 'ext4',
          nodeStageSecretRef: {
            name: 'rook-csi-rbd-node',
            namespace: 'rook-ceph',
          },
          volumeAttributes: {
            clusterID: 'rook-ceph',
            pool,
            journalPool: pool,
            imageFeatures: 'layering',
            imageName: matching(`csi-vol-${uuid}`),
          },
          volumeHandle: matching(
            `0001-0009-rook-ceph-${String(poolId).padStart(16, '0')}-${uuid}`,
          ),
        },
      },
    });
  });

  it('are subvolumes of a filesystem, and attached to every machine that mounts them', async () => {
    const test = await start('pitower');
    test.apply(toClaim('shared', 'ceph-filesystem', 'ReadWriteMany'));
    const { volume } = await readVolume(test, 'shared');
    expect(volume).toMatchObject({
      spec: {
        accessModes: ['ReadWriteMany'],
        csi: {
          driver: 'rook-ceph.cephfs.csi.ceph.com',
          volumeAttributes: {
            clusterID: 'rook-ceph',
            fsName: 'ceph-filesystem',
            pool: 'ceph-filesystem-data0',
            subvolumeName: matching(`csi-vol-${uuid}`),
            subvolumePath: matching(`/volumes/csi/csi-vol-${uuid}/${uuid}`),
          },
          volumeHandle: matching(`0001-0009-rook-ceph-0{15}1-${uuid}`),
        },
      },
    });
    test.apply(toDeployment('files', { replicas: 2, claims: ['shared'] }));
    await test.waitFor('/apis/apps/v1/namespaces/web/deployments/files', {
      status: { availableReplicas: 2 },
    });
    const pods = await test.list('/api/v1/namespaces/web/pods');
    const items = await test.list(attachments);
    expect(new Set(items.map(({ spec }) => spec.nodeName))).toEqual(
      new Set(pods.map(({ spec }) => spec.nodeName)),
    );
    expect(items).toHaveLength(2);
  });

  it('wait for ever in a pool that is not there', async () => {
    const test = await start('pitower');
    test.apply(
      storageClass('lost', 'rook-ceph.rbd.csi.ceph.com', {
        parameters: { clusterID: 'rook-ceph', pool: 'nowhere' },
      }),
    );
    test.apply(toClaim('data', 'lost'));
    test.apply(toDeployment('shop', { claims: ['data'] }));
    expect(await test.get(`${claims}/data`)).toMatchObject({
      status: { phase: 'Pending' },
    });
    expect(await test.list('/api/v1/namespaces/web/pods')).toMatchObject([
      {
        status: {
          phase: 'Pending',
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message:
                '0/10 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
            },
          ],
        },
      },
    ]);
  });

  it('are attached to one machine at a time when one alone may write', async () => {
    const test = await start('pitower');
    test.apply(
      storageClass('block', 'rook-ceph.rbd.csi.ceph.com', {
        parameters: { clusterID: 'rook-ceph', pool: 'ceph-block' },
      }),
    );
    test.apply(toClaim('data', 'block'));
    test.apply(toDeployment('shop', { replicas: 2, claims: ['data'] }));
    await test.waitFor('/apis/apps/v1/namespaces/web/deployments/shop', {
      status: { replicas: 2, availableReplicas: 1 },
    });
    const [attachment, ...others] = await test.list(attachments);
    expect(others).toEqual([]);
    expect(attachment).toMatchObject({
      metadata: { name: matching('csi-[0-9a-f]{64}') },
      spec: {
        attacher: 'rook-ceph.rbd.csi.ceph.com',
        source: { persistentVolumeName: expect.stringMatching(/^pvc-/) },
      },
      status: { attached: true },
    });
    expect(
      await test.list(
        '/api/v1/namespaces/web/pods?fieldSelector=status.phase%3DRunning',
      ),
    ).toMatchObject([{ spec: { nodeName: attachment?.spec.nodeName } }]);
  });
});

describe('a rollout with a volume that one machine alone may write to', () => {
  it.each(['Recreate', 'RollingUpdate'])(
    'comes up on the same machine by %s',
    async type => {
      const test = await start('pitower');
      test.apply(
        storageClass('block', 'rook-ceph.rbd.csi.ceph.com', {
          parameters: { clusterID: 'rook-ceph', pool: 'ceph-block' },
        }),
      );
      test.apply(toClaim('data', 'block'));
      const roll = async (cpu: string) => {
        const shop = toDeployment('shop', {
          claims: ['data'],
          requests: { cpu },
        });
        test.apply({
          ...shop,
          spec: { ...Object(shop.spec), strategy: { type } },
        });
        await test.waitFor('/apis/apps/v1/namespaces/web/deployments/shop', {
          status: { replicas: 1, updatedReplicas: 1, availableReplicas: 1 },
        });
        return test.list('/api/v1/namespaces/web/pods');
      };
      const [before] = await roll('10m');
      const [after, ...others] = await roll('20m');
      expect(others).toEqual([]);
      expect(after?.metadata.uid).not.toBe(before?.metadata.uid);
      expect(after?.spec.nodeName).toBe(before?.spec.nodeName);
      expect(await test.list(attachments)).toMatchObject([
        { spec: { nodeName: after?.spec.nodeName } },
      ]);
    },
  );
});

describe('local volumes', () => {
  it.each([
    [
      'pitower',
      'openebs.io/local',
      {
        local: { path: matching(`/var/openebs/local/pvc-${uuid}`) },
      },
    ],
    [
      'infra',
      'openebs.io/local',
      { local: { path: matching(`/var/mnt/openebs/pvc-${uuid}`) } },
    ],
    [
      'edgit',
      'rancher.io/local-path',
      {
        hostPath: {
          path: matching(`/var/mnt/local-path/pvc-${uuid}_web_data`),
          type: 'DirectoryOrCreate',
        },
      },
    ],
  ])(
    'in %s by %s wait for a pod, and keep it on their machine',
    async (cluster, provisioner, spec) => {
      const test = await start(cluster);
      test.apply(
        storageClass('here', provisioner, {
          volumeBindingMode: 'WaitForFirstConsumer',
        }),
      );
      test.apply(toClaim('data', 'here'));
      expect(await test.get(`${claims}/data`)).toMatchObject({
        status: { phase: 'Pending' },
      });
      test.apply(toDeployment('shop', { claims: ['data'] }));
      const { volume } = await readVolume(test, 'data');
      await test.waitFor('/apis/apps/v1/namespaces/web/deployments/shop', {
        status: { availableReplicas: 1 },
      });
      const [pod] = await test.list('/api/v1/namespaces/web/pods');
      const node = pod?.spec.nodeName ?? '';
      expect(volume).toMatchObject({
        metadata: {
          annotations: { 'pv.kubernetes.io/provisioned-by': provisioner },
        },
        spec: {
          ...spec,
          nodeAffinity: {
            required: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    {
                      key: 'kubernetes.io/hostname',
                      operator: 'In',
                      values: [node],
                    },
                  ],
                },
              ],
            },
          },
        },
      });
      expect(await test.list(attachments)).toEqual([]);

      test.cluster.cordon(node);
      test.cluster.remove({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: pod?.metadata.name ?? '', namespace: 'web' },
      });
      const [waiting] = await test.list('/api/v1/namespaces/web/pods');
      expect(waiting?.metadata.name).not.toBe(pod?.metadata.name);
      expect(JSON.stringify(waiting)).toContain(
        "didn't match PersistentVolume's node affinity",
      );
      test.cluster.uncordon(node);
      await test.waitFor('/apis/apps/v1/namespaces/web/deployments/shop', {
        status: { availableReplicas: 1 },
      });
      expect(await test.list('/api/v1/namespaces/web/pods')).toMatchObject([
        { spec: { nodeName: node } },
      ]);
    },
  );
});

describe('other volumes', () => {
  it('are replicated by Longhorn for claims that name no class', async () => {
    const test = await start('edgit');
    test.apply(toClaim('data', undefined));
    const { volume, uid } = await readVolume(test, 'data');
    expect(volume).toMatchObject({
      spec: {
        storageClassName: 'longhorn',
        csi: {
          driver: 'driver.longhorn.io',
          volumeAttributes: { numberOfReplicas: '3' },
          volumeHandle: `pvc-${uid}`,
        },
      },
    });
    const api = '/apis/longhorn.io/v1beta2/namespaces/longhorn-system';
    const replicas = await test.list(`${api}/replicas`);
    const places = replicas.map(({ spec }) => spec.nodeID);
    expect(new Set(places).size).toBe(3);
    expect(replicas).toMatchObject(
      places.map(() => ({
        spec: { volumeName: `pvc-${uid}`, failedAt: '' },
        status: { currentState: 'stopped' },
      })),
    );
    const tell = (status: object) =>
      test.waitFor(`${api}/volumes/pvc-${uid}`, { status });
    await tell({ state: 'detached', robustness: 'unknown' });

    test.apply(toDeployment('shop', { claims: ['data'] }));
    await tell({ state: 'attached', robustness: 'healthy' });
    const [idle] = places.filter(node => node !== undefined).map(String);
    test.hear(idle, 'silent');
    await tell({ robustness: 'degraded' });
    test.hear(idle, 'ready');
    await tell({ robustness: 'healthy' });
  });

  it('are folders of an NFS server', async () => {
    const test = await start('edgit');
    test.apply(toClaim('data', 'nfs-client', 'ReadWriteMany'));
    const { volume, uid } = await readVolume(test, 'data');
    expect(volume).toMatchObject({
      spec: {
        nfs: {
          server: '192.168.0.20',
          path: `/export/k8s/web-data-pvc-${uid}`,
        },
      },
    });
  });

  it('are there already, and stay when their claim goes, while made ones go with it', async () => {
    const test = await start('pitower');
    const library = (name: string, storage: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name },
      spec: {
        capacity: { storage },
        accessModes: ['ReadWriteMany'],
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: 'Filesystem',
        nfs: { server: '192.168.0.9', path: `/volume1/${name}` },
      },
    });
    test.apply(library('large', '50Gi'));
    test.apply(library('fitting', '5Gi'));
    test.apply(library('small', '1Gi'));
    test.apply(toClaim('library', '', 'ReadWriteMany'));
    test.apply(toClaim('made', 'ceph-filesystem', 'ReadWriteMany'));
    const { volume } = await readVolume(test, 'library');
    expect(volume.metadata.name).toBe('fitting');
    const made = await readVolume(test, 'made');

    // Applied anew, as an engine does all the time, both stay as they are.
    test.apply(toClaim('library', '', 'ReadWriteMany'));
    test.apply(library('fitting', '5Gi'));
    expect((await readVolume(test, 'library')).volume.metadata.name).toBe(
      'fitting',
    );

    ['library', 'made'].forEach(name =>
      test.cluster.remove(toClaim(name, undefined)),
    );
    expect(await test.get(`${volumes}/fitting`)).toMatchObject({
      status: { phase: 'Released' },
    });
    expect(
      await test.get(`${volumes}/${made.volume.metadata.name}`),
    ).toMatchObject({ reason: 'NotFound' });
  });

  it('are claimed by each pod of a StatefulSet, and outlive it', async () => {
    const test = await start('pitower');
    const set: Manifest = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'web' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'db' } },
        template: {
          metadata: { labels: { app: 'db' } },
          spec: { containers: [{ name: 'db', image: 'postgres:17' }] },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'ceph-filesystem',
              resources: { requests: { storage: '5Gi' } },
            },
          },
        ],
      },
    };
    test.apply(set);
    await test.waitFor('/apis/apps/v1/namespaces/web/statefulsets/db', {
      status: { readyReplicas: 2 },
    });
    test.cluster.remove(set);
    expect(await test.list('/api/v1/namespaces/web/pods')).toEqual([]);
    expect(await test.list(claims)).toMatchObject(
      ['data-db-0', 'data-db-1'].map(name => ({
        metadata: { name },
        status: { phase: 'Bound' },
      })),
    );
  });

  it('are the claims of a database, whose pods belong to its Cluster', async () => {
    const test = await start('infra');
    test.apply(
      storageClass('here', 'openebs.io/local', {
        volumeBindingMode: 'WaitForFirstConsumer',
      }),
    );
    const database = (name: string, instances: number): Manifest => ({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name, namespace: 'web' },
      spec: { instances, storage: { storageClass: 'here', size: '5Gi' } },
    });
    test.apply(database('pg', 3));
    test.apply(database('alone', 1));
    await test.waitFor(
      '/apis/postgresql.cnpg.io/v1/namespaces/web/clusters/pg',
      {
        status: {
          readyInstances: 3,
          currentPrimary: 'pg-1',
          phase: 'Cluster in healthy state',
        },
      },
    );
    const pods = await test.list(
      '/api/v1/namespaces/web/pods?labelSelector=cnpg.io%2Fcluster%3Dpg',
    );
    expect(pods).toMatchObject(
      [1, 2, 3].map(index => ({
        metadata: {
          name: `pg-${index}`,
          labels: {
            'cnpg.io/instanceRole': index === 1 ? 'primary' : 'replica',
          },
          ownerReferences: [{ kind: 'Cluster', name: 'pg', controller: true }],
        },
      })),
    );
    expect(new Set(pods.map(({ spec }) => spec.nodeName)).size).toBe(3);
    const { volume } = await readVolume(test, 'pg-1');
    expect(volume).toMatchObject({ spec: { storageClassName: 'here' } });
    expect(
      await test.list('/apis/policy/v1/namespaces/web/poddisruptionbudgets'),
    ).toMatchObject([
      {
        metadata: { name: 'alone-primary' },
        status: { disruptionsAllowed: 0, expectedPods: 1 },
      },
      { metadata: { name: 'pg' }, status: { disruptionsAllowed: 1 } },
      { metadata: { name: 'pg-primary' }, status: { disruptionsAllowed: 0 } },
    ]);
  });
});
