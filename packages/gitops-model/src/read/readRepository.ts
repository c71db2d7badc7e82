import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { RepositoryModel } from './RepositoryModel';

/**
 * Everything the GitOps engine would find in this snapshot, starting at the
 * roots. Never throws for what stands in the repository: what cannot be read
 * or evaluated becomes a finding.
 */
export function readRepository(
  snapshot: RepositorySnapshot,
  profile: Profile,
): RepositoryModel {
  return {
    commit: snapshot.commit,
    clusters: [...new Set(profile.roots.map(root => root.cluster))],
    units: [],
    apps: [],
    routes: [],
    gateways: [],
    externalSecrets: [],
    secretStores: [],
    volumeClaims: [],
    loginClients: [],
    namespaces: [],
    findings: [],
  };
}
