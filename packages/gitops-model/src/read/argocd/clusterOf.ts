import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Application } from './Application';
import { inCluster } from './inCluster';

/**
 * The cluster an Application deploys to; `home` is the one its Argo CD runs
 * on. One the profile does not know is called as it is written, with a finding.
 */
export function clusterOf(
  reading: Reading,
  manifest: Manifest,
  { spec: { destination } }: Application,
  home: string,
): string {
  const { server, name } = destination;
  const named = reading.profile.destinations.find(entry =>
    server ? entry.server === server : entry.cluster === name,
  );
  if (named) return named.cluster;
  if (server === inCluster.server || (!server && name === inCluster.name)) {
    return home;
  }
  const written = name || server || 'nothing';
  reading.report(
    {
      code: 'unknown-destination',
      severity: 'warning',
      message: `The Application ${manifest.name} is deployed to ${written}, which the profile knows no cluster for.`,
      fix: "Add the destination to the profile's destinations, or correct the Application.",
    },
    manifest.source,
  );
  return written;
}
