const LONGEST_IN_POLLS = 8;
const JITTER = 0.2;

/**
 * Milliseconds until the next reading. Every failure doubles the pause, up to
 * eight times the usual one: meanwhile nothing is asked, then a single reading
 * tries again. Jitter of a fifth keeps replicas from asking in step.
 */
export function nextDelay(options: {
  pollMilliseconds: number;
  failures: number;
  /** Between 0 and 1. */
  random: number;
}): number {
  const { pollMilliseconds, failures, random } = options;
  const polls = Math.min(2 ** failures, LONGEST_IN_POLLS);
  return pollMilliseconds * polls * (1 - JITTER + 2 * JITTER * random);
}
