import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import type { CheckContext } from './CheckContext';
import { refusal } from './refusal';

/** How many pods an app runs, and whether its volumes allow that. */
export function checkReplicas(
  {
    replicas,
    storage,
  }: Pick<OperationOf<'create-app'>, 'replicas' | 'storage'>,
  { profile }: Pick<CheckContext, 'profile'>,
): Finding[] {
  const most = profile.limits.replicas;
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > most) {
    return [
      refusal('replicas-invalid', {
        message: `${replicas} replicas cannot be asked for.`,
        fix: `Ask for 1 to ${most}.`,
        field: 'replicas',
      }),
    ];
  }
  const exclusive = storage.find(
    ({ purpose }) =>
      Object.hasOwn(profile.storage, purpose) &&
      profile.storage[purpose].accessMode === 'ReadWriteOnce',
  );
  return replicas > 1 && exclusive
    ? [
        refusal('replicas-share-volume', {
          message: `A ${exclusive.purpose} volume can be mounted by one node at a time, so ${replicas} replicas cannot share it.`,
          fix: 'Ask for 1 replica, or for no volume.',
          field: 'replicas',
        }),
      ]
    : [];
}
