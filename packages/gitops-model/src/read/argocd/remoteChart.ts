import type { Chart } from '../RepositoryModel';
import type { ApplicationSource } from './Application';

/** The chart a source takes from a registry or chart repository; `undefined` where it takes none. */
export function remoteChart({
  repoURL,
  chart,
  helm,
  targetRevision,
}: ApplicationSource): Chart | undefined {
  const version = targetRevision ?? '';
  if (chart) {
    // Argo CD takes an address without scheme for a registry.
    const repository = repoURL.includes('://') ? repoURL : `oci://${repoURL}`;
    return { chart, version, repository };
  }
  if (!helm || !repoURL.startsWith('oci://')) return undefined;
  const slash = repoURL.lastIndexOf('/');
  return {
    chart: repoURL.slice(slash + 1),
    version,
    repository: repoURL.slice(0, slash),
  };
}
