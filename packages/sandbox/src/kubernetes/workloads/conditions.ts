import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message?: string;
  /** Of a node. */
  lastHeartbeatTime?: string;
}

const statusSchema = z.looseObject({
  conditions: z
    .array(
      z.looseObject({
        type: z.string(),
        status: z.string(),
        reason: z.string().optional(),
        lastTransitionTime: z.string().optional(),
      }),
    )
    .default([]),
});

/** The conditions an object has; none when it has no status. */
export function readConditions(object: KubernetesObject) {
  return statusSchema.safeParse(object.status).data?.conditions ?? [];
}

/** Gives each condition the time at which it became what it is. */
export function withTransitionTimes(
  conditions: Condition[],
  previous: KubernetesObject | undefined,
  now: string,
) {
  const known = previous ? readConditions(previous) : [];
  return conditions.map(condition => {
    const same = known.find(
      one =>
        one.type === condition.type &&
        one.status === condition.status &&
        one.reason === condition.reason,
    );
    return {
      ...condition,
      lastTransitionTime: same?.lastTransitionTime ?? now,
    };
  });
}
