import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const key = 'kubernetes.deadlineSeconds';

/**
 * Seconds a cluster may take for one answer.
 *
 * @throws InputError where the value is no positive number.
 */
export function readDeadlineSeconds(config: RootConfigService): number {
  const seconds = config.getOptionalNumber(key) ?? 10;
  if (seconds > 0) return seconds;
  throw new InputError(
    `Configuration key ${key}: ${seconds} is not a number of seconds above 0`,
  );
}
