import type { WatchedCluster } from '../config';
import type { DeliverySource } from '../snapshots/DeliverySource';

/** One Argo CD to read, and the cluster whose units it reports. */
export interface ArgocdInstance extends DeliverySource {
  /** Origin and base path, without a trailing slash. */
  url: string;
  token: string;
  deadlineMilliseconds: number;
  /** Git repository of the platform; picks the revision of an Application with several sources. */
  repositoryUrl?: string;
}

/** The Argo CD instances among what the clusters are watched by. */
export function readArgocdInstances(
  clusters: readonly WatchedCluster[],
): ArgocdInstance[] {
  return clusters.flatMap(({ platform, name, argocd, repositoryUrl }) =>
    argocd
      ? {
          platform,
          cluster: name,
          url: argocd.url,
          token: argocd.token,
          pollMilliseconds: argocd.pollSeconds * 1000,
          deadlineMilliseconds: argocd.deadlineSeconds * 1000,
          repositoryUrl,
        }
      : [],
  );
}
