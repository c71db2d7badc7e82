import type { Requester } from '@internal/gitops-model';
import { UsageError } from '../../UsageError';

const groupRef = /^group:[a-z0-9-]+\/[A-Za-z0-9._-]+$/;

/**
 * Whoever runs the command: the platform team, or a member of one group alone.
 *
 * @throws UsageError where the group is no entity ref of one.
 */
export function requesterOf(group: string | undefined): Requester {
  const ref = 'user:default/platform-cli';
  if (group === undefined) return { ref, groups: [], platformTeam: true };
  if (groupRef.test(group)) {
    return { ref, groups: [group], platformTeam: false };
  }
  throw new UsageError(
    `${group} is no group: write it as group:default/its-name.`,
  );
}
