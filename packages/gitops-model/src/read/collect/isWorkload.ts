import type { Manifest } from '../manifests/Manifest';

const workloadKinds = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HelmRelease',
  'Job',
  'Pod',
  'StatefulSet',
]);

/** Whether an object runs something itself. */
export function isWorkload({ kind }: Manifest): boolean {
  return workloadKinds.has(kind);
}
