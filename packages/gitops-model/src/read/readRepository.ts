import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { ReadOptions } from './ReadOptions';
import type { RepositoryModel } from './RepositoryModel';

/**
 * Everything the GitOps engine would find in this snapshot, starting at the
 * roots. Never throws for what stands in the repository: what cannot be read
 * or evaluated becomes a finding.
 */
export function readRepository(
  snapshot: RepositorySnapshot,
  options: ReadOptions,
): RepositoryModel {
  return {
    commit: snapshot.commit,
    clusters: [...new Set(options.roots.map(root => root.cluster))],
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
