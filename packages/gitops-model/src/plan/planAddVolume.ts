import { z } from 'zod';
import type { BlockContext } from '../blocks/Block';
import { claimName } from '../blocks/persistentVolumeClaim';
import type { Workload, WorkloadContainer } from '../blocks/workload';
import { checkAppOwner } from '../checks/checkOwner';
import { checkStorage } from '../checks/checkStorage';
import { refusal } from '../checks/refusal';
import { valueAt } from '../edit/yaml/setValue';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { requireAspects } from './aspects/requireAspects';
import { volumeSteps } from './aspects/workload';
import { isRefused } from './isRefused';
import { mountSteps } from './mountSteps';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { requireContainer } from './requireContainer';

const mounts = z.array(z.object({ name: z.string(), mountPath: z.string() }));
const volumes = z.array(
  z.object({
    name: z.string(),
    persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
  }),
);

/** A claim, and where a container of the app sees it. */
export function planAddVolume(
  operation: OperationOf<'add-volume'>,
  context: OperationContext,
): OperationPlan {
  const { app, name, mountPath, size, purpose } = operation;
  const findings = [
    ...checkAppOwner(app, context),
    ...checkStorage([{ name, mountPath, size, purpose }], app, context).map(
      finding => ({ ...finding, field: finding.field?.split('.').at(-1) }),
    ),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const at = placeApp(app, context);
  findings.push(...requireAspects(at, [], ['volume']));
  const found = requireContainer(operation, context);
  if (!found.ok) findings.push(found.finding);
  if (!found.ok || isRefused(findings)) return { findings, steps: [] };
  const { workload, container } = found;
  const {
    class: storageClass,
    share,
    accessMode,
  } = context.profile.storage[purpose];
  const isExclusive = accessMode === 'ReadWriteOnce';
  findings.push(
    ...checkMount(at, operation, workload, container),
    ...(isExclusive ? checkShared(workload, operation) : []),
    ...(share ? checkShare(workload, operation) : []),
  );
  if (isRefused(findings)) return { findings, steps: [] };
  return {
    findings,
    steps: [
      ...(storageClass === undefined
        ? []
        : volumeSteps(at, [{ name, size, storageClass, accessMode }])),
      ...mountSteps(context.tree, workload, container, {
        name,
        app: at.app,
        claim: claimName(at.app, name),
        share,
        mountPath,
        isExclusive,
      }),
    ],
  };
}

/** Whether something else is mounted there or has the name. */
function checkMount(
  { tree, app }: BlockContext,
  { name, mountPath }: OperationOf<'add-volume'>,
  { file, index, podPath }: Workload,
  { path }: WorkloadContainer,
): Finding[] {
  if (!podPath) return [];
  const document = tree.readYaml(file)[index];
  const mounted = mounts.safeParse(
    valueAt(document, [...path, 'volumeMounts']),
  ).data;
  const named = volumes.safeParse(
    valueAt(document, [...podPath, 'volumes']),
  ).data;
  const other = named?.find(
    volume =>
      volume.name === name &&
      volume.persistentVolumeClaim?.claimName !== claimName(app, name),
  );
  const there = mounted?.find(
    mount => mount.mountPath === mountPath && mount.name !== name,
  );
  if (!other && !there) return [];
  return [
    refusal('volume-invalid', {
      message: other
        ? `The app has another volume named ${name}.`
        : `The volume ${there?.name} is mounted at ${mountPath} already.`,
      fix: other ? 'Choose another name.' : 'Choose another path.',
      field: other ? 'name' : 'mountPath',
      file,
    }),
  ];
}

/** The standard that pods of manifests are held to admits no share in them. */
function checkShare(
  { name, podPath, file }: Workload,
  { purpose }: OperationOf<'add-volume'>,
): Finding[] {
  return podPath
    ? [
        refusal('storage-purpose-unknown', {
          message: `${name} cannot mount ${purpose} storage itself.`,
          fix: 'Choose storage of another purpose.',
          field: 'purpose',
          file,
        }),
      ]
    : [];
}

function checkShared(
  { name, kind, replicas = 1, autoscaler, file }: Workload,
  { purpose }: OperationOf<'add-volume'>,
): Finding[] {
  const isOne = replicas <= 1 && !autoscaler && kind !== 'DaemonSet';
  return isOne
    ? []
    : [
        refusal('replicas-share-volume', {
          message: `A ${purpose} volume can be mounted by one node at a time, and ${name} runs more than one pod.`,
          fix: 'Set the replicas to 1 first, or choose storage that several nodes can mount.',
          field: 'purpose',
          file,
        }),
      ];
}
