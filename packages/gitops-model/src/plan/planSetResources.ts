import type { Resources } from '../blocks/workload';
import { checkAppOwner } from '../checks/checkOwner';
import { checkResources } from '../checks/checkResources';
import type { OperationOf } from '../operation/Operation';
import { valueStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { requireContainer } from './requireContainer';

const places = {
  cpuRequest: ['requests', 'cpu'],
  memoryRequest: ['requests', 'memory'],
  cpuLimit: ['limits', 'cpu'],
  memoryLimit: ['limits', 'memory'],
} as const;

type Quantities = { [K in keyof typeof places]?: string };

/** Requests and limits of a container; those that are not named stay. */
export function planSetResources(
  operation: OperationOf<'set-resources'>,
  context: OperationContext,
): OperationPlan {
  const findings = checkAppOwner(operation.app, context);
  if (isRefused(findings)) return { findings, steps: [] };
  const found = requireContainer(operation, context);
  if (!found.ok) return { findings: [...findings, found.finding], steps: [] };
  const { workload, container } = found;
  const { cpuRequest, memoryRequest, cpuLimit, memoryLimit } = operation;
  const asked = { cpuRequest, memoryRequest, cpuLimit, memoryLimit };
  const given = Object.entries(asked).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  findings.push(
    ...checkResources(
      { ...quantitiesOf(container.resources), ...Object.fromEntries(given) },
      context,
      '',
    ),
  );
  if (isRefused(findings)) return { findings, steps: [] };
  return {
    findings,
    steps: Object.entries(places).flatMap(([field, path]) => {
      const value = given.find(([name]) => name === field)?.[1];
      const whole = [...container.path, 'resources', ...path];
      return value === undefined
        ? []
        : [valueStep(context.tree, workload, whole, value)];
    }),
  };
}

/** Requests and limits as the fields of the operation. */
export function quantitiesOf({ requests, limits }: Resources): Quantities {
  return {
    cpuRequest: requests.cpu,
    memoryRequest: requests.memory,
    cpuLimit: limits.cpu,
    memoryLimit: limits.memory,
  };
}
