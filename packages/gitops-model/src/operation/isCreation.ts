import type { Operation, OperationOf } from './Operation';

export type Creation = OperationOf<'create-app' | 'create-chart-app'>;

/** Whether an operation makes an app that is not there yet. */
export function isCreation(operation: Operation): operation is Creation {
  return (
    operation.type === 'create-app' || operation.type === 'create-chart-app'
  );
}
