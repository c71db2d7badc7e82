import {
  type MaintenanceInput,
  maintenanceReasons,
  type MaintenanceReason,
  type UnreadReason,
} from '@internal/plugin-ceph-common';

/** How one input is judged, before it is known which sources it rests on. */
export interface Judgement {
  reason: MaintenanceReason;
  values?: MaintenanceInput['values'];
  /** In the order in which they are shown. */
  subjects?: readonly string[];
}

const ORDER = ['blocks', 'unknown', 'step', 'fine', 'not-applicable'] as const;

export function resultOf({ reason }: Judgement): MaintenanceInput['result'] {
  return maintenanceReasons[reason].result;
}

/** Something is not known. */
export function unread(reason: UnreadReason): Judgement {
  return { reason: `unread-${reason}` };
}

/** The one that weighs most: what blocks, then what is not known, then steps. */
export function worst(
  first: Judgement,
  ...others: readonly Judgement[]
): Judgement {
  return others.reduce(
    (found, next) =>
      ORDER.indexOf(resultOf(next)) < ORDER.indexOf(resultOf(found))
        ? next
        : found,
    first,
  );
}
