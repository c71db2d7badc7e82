import { NotFoundError } from '@backstage/errors';
import type {
  NodeMaintenance,
  RollingPlan,
} from '@internal/plugin-ceph-common';
import type { ClusterFacts } from './facts/ClusterFacts';
import { ClusterIndex } from './facts/ClusterIndex';
import { gatherFacts, type ReadCluster } from './gather/gatherFacts';
import { createJudgeContext } from './JudgeContext';
import { judgeRolling } from './judgeRolling';
import { listDependents } from './listDependents';

/** For so long verdicts of the same reading are kept; then its age is looked at again. */
const KEPT_MILLISECONDS = 20_000;

/** The last reading of every cluster; `revision` grows when one is read again. */
export interface ReadClusters {
  readonly revision: number;
  list(): readonly ReadCluster[];
}

interface Judged {
  revision: number;
  at: number;
  facts: ClusterFacts;
  index: ClusterIndex;
  plan: RollingPlan;
  nodes: Map<string, NodeMaintenance>;
}

/** Verdicts from memory: each cluster is judged once for all who ask. */
export class Maintenance {
  readonly #clusters: ReadClusters;
  readonly #now: () => Date;
  readonly #judged = new Map<string, Judged>();

  constructor(clusters: ReadClusters, now: () => Date = () => new Date()) {
    this.#clusters = clusters;
    this.#now = now;
  }

  /** Throws `NotFoundError` for a cluster that is not read. */
  plan(platform: string, cluster: string): RollingPlan {
    return this.#judge(platform, cluster).plan;
  }

  facts(platform: string, cluster: string): ClusterFacts {
    return this.#judge(platform, cluster).facts;
  }

  /** Throws `NotFoundError` for a machine that Kubernetes does not list. */
  node(platform: string, cluster: string, node: string): NodeMaintenance {
    const { index, plan, nodes } = this.#judge(platform, cluster);
    const known = nodes.get(node);
    if (known) return known;
    const verdict = plan.verdicts.find(found => found.node === node);
    if (!verdict) {
      throw new NotFoundError(
        `Kubernetes lists no machine ${node} on ${cluster} of ${platform}, or was not read yet`,
      );
    }
    const answer = {
      verdict,
      dependents: listDependents(createJudgeContext(index, node)),
    };
    nodes.set(node, answer);
    return answer;
  }

  #judge(platform: string, cluster: string): Judged {
    const key = JSON.stringify([platform, cluster]);
    const now = this.#now();
    const { revision } = this.#clusters;
    const before = this.#judged.get(key);
    if (
      before?.revision === revision &&
      now.getTime() - before.at < KEPT_MILLISECONDS
    ) {
      return before;
    }
    const all = this.#clusters.list();
    const read = all.find(
      found =>
        found.cluster.platform === platform &&
        found.cluster.cluster === cluster,
    );
    if (!read) {
      throw new NotFoundError(
        `No storage is read of a cluster ${cluster} of ${platform}`,
      );
    }
    const facts = gatherFacts(
      read,
      all.filter(other => other !== read),
      now,
    );
    const judged = {
      revision,
      at: now.getTime(),
      facts,
      index: new ClusterIndex(facts),
      plan: judgeRolling(facts),
      nodes: new Map<string, NodeMaintenance>(),
    };
    this.#judged.set(key, judged);
    return judged;
  }
}
