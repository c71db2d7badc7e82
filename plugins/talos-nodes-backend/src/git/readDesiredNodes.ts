import type { Node } from '@internal/gitops-model';
import type {
  GitopsRepositoriesService,
  GitopsRepository,
} from '@internal/gitops-repository';
import type { NodeCluster } from '../config';

/** What the repository says of a cluster's machines. */
export interface DesiredNodes {
  nodes: { node: Node; url: string }[];
  observedAt?: string;
  failure?: { since: string; reason: string };
}

/** Read from the shared mirror; costs nothing while the commit is the same. */
export function readDesiredNodes(
  repositories: GitopsRepositoriesService,
  { platform, cluster }: NodeCluster,
): DesiredNodes {
  const repository = repositories
    .list()
    .find(candidate => candidate.platform.id === platform);
  if (!repository) return { nodes: [] };
  const { observation, failure } = repository.current();
  return {
    nodes: observation
      ? repository
          .read(observation.snapshot)
          .nodes.filter(node => node.cluster === cluster)
          .map(node => ({
            node,
            url: toUrl(repository, node, observation.snapshot.commit),
          }))
      : [],
    observedAt: observation?.observedAt,
    failure: failure && { since: failure.since, reason: failure.reason },
  };
}

function toUrl(
  repository: GitopsRepository,
  { source }: Node,
  commit: string,
): string {
  return repository.fileUrl(source.file, { commit, line: source.line });
}
