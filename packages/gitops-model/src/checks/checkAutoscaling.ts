import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import type { CheckContext } from './CheckContext';
import { refusal } from './refusal';

/** Between how many pods an autoscaler may choose, and by which load. */
export function checkAutoscaling(
  { min, max, cpuPercent }: OperationOf<'set-autoscaling'>,
  { profile }: Pick<CheckContext, 'profile'>,
): Finding[] {
  const most = profile.limits.replicas;
  return [
    ...(min >= 1 && min <= max && max <= most
      ? []
      : [
          refusal('autoscaling-invalid', {
            message: `${min} to ${max} replicas cannot be asked for.`,
            fix: `Ask for a lower and an upper bound from 1 to ${most}.`,
            field: min >= 1 && min <= max ? 'max' : 'min',
          }),
        ]),
    ...(cpuPercent >= 1 && cpuPercent <= 100
      ? []
      : [
          refusal('autoscaling-invalid', {
            message: `${cpuPercent} % is no load that pods can be held at.`,
            fix: 'Ask for 1 to 100 % of the CPU request, such as 70.',
            field: 'cpuPercent',
          }),
        ]),
  ];
}
