import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import type { CheckContext } from './CheckContext';
import { parseQuantity } from './parseQuantity';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

type Resources = OperationOf<'create-app'>['resources'];

/**
 * Requests and limits of a container.
 *
 * @param prefix - what stands before the fields' names in the operation
 */
export function checkResources(
  resources: Partial<Resources>,
  { profile }: Pick<CheckContext, 'profile'>,
  prefix = 'resources.',
): Finding[] {
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = resources;
  const { cpu, memory } = profile.limits;
  return [
    ...checkPair('cpu', cpuRequest, cpuLimit, cpu, prefix),
    ...checkPair('memory', memoryRequest, memoryLimit, memory, prefix),
  ];
}

function checkPair(
  kind: 'cpu' | 'memory',
  request: string | undefined,
  limit: string | undefined,
  most: string,
  prefix: string,
): Finding[] {
  const fields = {
    request: `${prefix}${kind}Request`,
    limit: `${prefix}${kind}Limit`,
  };
  const wrong = [
    ...(request === undefined
      ? []
      : checkQuantity(request, fields.request, kind)),
    ...(limit === undefined ? [] : checkQuantity(limit, fields.limit, kind)),
  ];
  const largest = limit ?? request;
  if (wrong.length > 0 || largest === undefined) return wrong;
  if ((parseQuantity(request ?? '0') ?? 0) > (parseQuantity(largest) ?? 0)) {
    return [
      refusal('quantity-invalid', {
        message: `The ${kind} request ${request} is more than its limit ${limit}.`,
        fix: 'Raise the limit or lower the request.',
        field: fields.request,
      }),
    ];
  }
  if ((parseQuantity(largest) ?? 0) > (parseQuantity(most) ?? 0)) {
    return [
      refusal('quantity-too-large', {
        message: `${largest} of ${kind} is more than the ${most} one container may ask for.`,
        fix: `Ask for at most ${most}, or talk to the platform team.`,
        field: limit === undefined ? fields.request : fields.limit,
      }),
    ];
  }
  return [];
}

/** One quantity above zero. */
export function checkQuantity(
  text: string,
  field: string,
  kind: 'cpu' | 'memory' | 'storage',
): Finding[] {
  const value = parseQuantity(text);
  const whole =
    kind === 'cpu' || value === undefined || Number.isInteger(value);
  if (value !== undefined && value > 0 && whole) return [];
  return [
    refusal('quantity-invalid', {
      message: `${quoteValue(text)} is no amount of ${kind}.`,
      fix: `Write a number and a unit, such as “${kind === 'cpu' ? '250m' : '512Mi'}”.`,
      field,
    }),
  ];
}
