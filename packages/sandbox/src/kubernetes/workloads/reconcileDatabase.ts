import { z } from 'zod';
import { type KubernetesObject, toOwnerReference } from '../KubernetesObject';
import { requireResourceType } from '../resourceTypes';
import { withTransitionTimes } from './conditions';
import { keepPods } from './keepPods';
import { listPodsOf } from './ownership';
import { isAvailable } from './pods';
import { putStatus, type ReconcileContext } from './ReconcileContext';
import type { PodTemplate } from './workload';

const claimType = requireResourceType('v1', 'PersistentVolumeClaim');

const databaseSchema = z.looseObject({
  instances: z.int().default(1),
  imageName: z.string().default('ghcr.io/cloudnative-pg/postgresql:17.5'),
  enablePDB: z.boolean().default(true),
  storage: z
    .looseObject({
      storageClass: z.string().optional(),
      size: z.string().default('1Gi'),
    })
    .default({ size: '1Gi' }),
  resources: z
    .looseObject({})
    .default({ requests: { cpu: '50m', memory: '256Mi' } }),
});
type Database = z.infer<typeof databaseSchema>;

/** Stands for the CloudNativePG operator: one pod with a claim for each instance, and budgets for them. */
export function reconcileDatabase(
  context: ReconcileContext,
  cluster: KubernetesObject,
): void {
  const spec = databaseSchema.safeParse(cluster.spec).data;
  if (!spec || cluster.apiVersion !== 'postgresql.cnpg.io/v1') {
    return;
  }
  const { name } = cluster.metadata;
  const instances = Array.from(
    { length: spec.instances },
    (_, index) => `${name}-${index + 1}`,
  );
  const ready = listPodsOf(context.store, cluster).filter(isAvailable);
  const primary =
    instances.find(instance =>
      ready.some(({ metadata }) => metadata.name === instance),
    ) ?? instances[0];
  instances.forEach(instance => keepClaim(context, cluster, spec, instance));
  keepPods(
    context,
    cluster,
    instances.map(instance => ({
      name: instance,
      labels: toLabels(name, instance),
      template: toTemplate(spec, instance),
    })),
  );
  keepRoles(context, cluster, primary);
  if (spec.enablePDB) {
    keepBudgets(context, cluster, spec.instances);
  }
  const isReady = ready.length >= spec.instances;
  putStatus(context, cluster, {
    phase: isReady
      ? 'Cluster in healthy state'
      : 'Waiting for the instances to become active',
    instances: spec.instances,
    readyInstances: ready.length,
    instanceNames: instances,
    currentPrimary: primary,
    targetPrimary: primary,
    conditions: withTransitionTimes(
      [
        {
          type: 'Ready',
          status: isReady ? 'True' : 'False',
          reason: isReady ? 'ClusterIsReady' : 'ClusterIsNotReady',
        },
      ],
      cluster,
      context.now(),
    ),
  });
}

function toLabels(cluster: string, instance: string) {
  return {
    'app.kubernetes.io/managed-by': 'cloudnative-pg',
    'cnpg.io/cluster': cluster,
    'cnpg.io/instanceName': instance,
    'cnpg.io/podRole': 'instance',
  };
}

function toTemplate(spec: Database, instance: string): PodTemplate {
  return {
    metadata: { labels: {} },
    spec: {
      containers: [
        {
          name: 'postgres',
          image: spec.imageName,
          resources: spec.resources,
        },
      ],
      volumes: [
        { name: 'pgdata', persistentVolumeClaim: { claimName: instance } },
      ],
    },
  };
}

function keepClaim(
  { store }: ReconcileContext,
  cluster: KubernetesObject,
  { storage }: Database,
  instance: string,
) {
  const { name, namespace } = cluster.metadata;
  if (!store.get(claimType, namespace, instance)) {
    store.put({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: instance,
        namespace,
        labels: { ...toLabels(name, instance), 'cnpg.io/pvcRole': 'PG_DATA' },
        ownerReferences: [toOwnerReference(cluster)],
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: storage.size } },
        ...(storage.storageClass && { storageClassName: storage.storageClass }),
      },
      status: { phase: 'Pending' },
    });
  }
}

/** The first instance that is ready leads; the others follow. */
function keepRoles(
  { store }: ReconcileContext,
  cluster: KubernetesObject,
  primary: string | undefined,
) {
  for (const pod of listPodsOf(store, cluster)) {
    const role = pod.metadata.name === primary ? 'primary' : 'replica';
    store.put({
      ...pod,
      metadata: {
        ...pod.metadata,
        labels: {
          ...pod.metadata.labels,
          'cnpg.io/instanceRole': role,
          role,
        },
      },
    });
  }
}

function keepBudgets(
  { store }: ReconcileContext,
  cluster: KubernetesObject,
  instances: number,
) {
  const { name, namespace } = cluster.metadata;
  const budgets = [
    { name: `${name}-primary`, role: 'primary', minAvailable: 1 },
    ...(instances > 2
      ? [{ name, role: 'replica', minAvailable: instances - 2 }]
      : []),
  ];
  for (const budget of budgets) {
    store.put({
      ...store.get(
        requireResourceType('policy/v1', 'PodDisruptionBudget'),
        namespace,
        budget.name,
      ),
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: {
        name: budget.name,
        namespace,
        labels: { 'cnpg.io/cluster': name },
        ownerReferences: [toOwnerReference(cluster)],
      },
      spec: {
        minAvailable: budget.minAvailable,
        selector: {
          matchLabels: {
            'cnpg.io/cluster': name,
            'cnpg.io/instanceRole': budget.role,
          },
        },
      },
    });
  }
}
