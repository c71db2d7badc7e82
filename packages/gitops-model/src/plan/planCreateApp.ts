import { checkAppName } from '../checks/checkAppName';
import { checkEnvironment } from '../checks/checkEnvironment';
import { checkFacts } from '../checks/checkFacts';
import { checkImage } from '../checks/checkImage';
import { checkOwner } from '../checks/checkOwner';
import { checkPlace } from '../checks/checkPlace';
import { checkPort } from '../checks/checkPort';
import { checkReplicas } from '../checks/checkReplicas';
import { checkResources } from '../checks/checkResources';
import { checkStorage } from '../checks/checkStorage';
import type { OperationOf } from '../operation/Operation';
import { projectSteps } from './aspects/project';
import { registrationSteps } from './aspects/registration';
import { volumeSteps, workloadSteps } from './aspects/workload';
import { writtenImage } from '../profile/writtenImage';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { eachDirectory, placesOf } from './placesOf';

/** A new app: its registration, namespace, pods, address and volumes. */
export function planCreateApp(
  operation: OperationOf<'create-app'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppName(operation.app, context),
    ...checkPlace(operation, 'image', context),
    ...checkOwner(operation.owner, context),
    ...checkFacts(operation),
    ...checkImage(operation.image, context),
    ...checkPort(operation.port),
    ...checkReplicas(operation, context),
    ...checkResources(operation.resources, context),
    ...checkEnvironment(operation.env),
    ...checkStorage(operation.storage, operation.app, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };

  const { app } = operation;
  const { profile, template } = context;
  const places = placesOf(operation, context);
  const volumes = operation.storage.flatMap(({ name, size, purpose }) => {
    const { class: storageClass, accessMode } = profile.storage[purpose];
    return storageClass === undefined
      ? []
      : [{ name, size, storageClass, accessMode }];
  });
  const mounts = operation.storage.map(({ name, mountPath, purpose }) => ({
    name,
    mountPath,
    share: profile.storage[purpose].share,
  }));
  const facts = {
    owner: operation.owner,
    system: operation.system ?? app,
    description: operation.description,
    template: template && `${template.name} ${template.version}`,
  };
  return {
    findings,
    steps: [
      ...places.flatMap(at => [
        ...registrationSteps(at, facts),
        ...projectSteps(at),
      ]),
      ...eachDirectory(places).flatMap(at => [
        ...workloadSteps(at, toDeployment(operation, context), mounts),
        ...volumeSteps(at, volumes),
      ]),
    ],
  };
}

function toDeployment(
  { image, port, replicas, resources, env, storage }: OperationOf<'create-app'>,
  { profile }: OperationContext,
) {
  return {
    image: writtenImage(image, profile),
    port,
    replicas,
    resources: {
      requests: { cpu: resources.cpuRequest, memory: resources.memoryRequest },
      limits: { cpu: resources.cpuLimit, memory: resources.memoryLimit },
    },
    env: env.map(({ name, value }) => ({ name, value })),
    volumes: storage.map(({ name, mountPath }) => ({ name, mountPath })),
    exclusive: storage.some(
      ({ purpose }) => profile.storage[purpose].accessMode === 'ReadWriteOnce',
    ),
  };
}
