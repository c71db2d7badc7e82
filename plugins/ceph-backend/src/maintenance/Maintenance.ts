import { NotFoundError } from '@backstage/errors';
import type {
  NodeMaintenance,
  RollingPlan,
} from '@internal/plugin-ceph-common';
import type { StorageModel } from '../model/StorageModel';
import type { StorageModels } from '../model/StorageModels';
import type { Storage } from '../storage/Storage';
import type { ClusterFacts } from './facts/ClusterFacts';
import { ClusterIndex } from './facts/ClusterIndex';
import { gatherFacts } from './gather/gatherFacts';
import { createJudgeContext } from './JudgeContext';
import { judgeRolling } from './judgeRolling';
import { listDependents } from './listDependents';

/** For so long verdicts of the same reading are kept; then its age is looked at again. */
const KEPT_MILLISECONDS = 20_000;

interface Judged {
  model: StorageModel;
  at: number;
  facts: ClusterFacts;
  index: ClusterIndex;
  plan: RollingPlan;
  nodes: Map<string, NodeMaintenance>;
}

/** Verdicts from memory: each cluster is judged once for all who ask. */
export class Maintenance {
  readonly #storage: Storage;
  readonly #models: StorageModels;
  readonly #now: () => Date;
  readonly #judged = new Map<string, Judged>();

  constructor(options: {
    storage: Storage;
    models: StorageModels;
    now?: () => Date;
  }) {
    this.#storage = options.storage;
    this.#models = options.models;
    this.#now = options.now ?? (() => new Date());
  }

  /** Throws `NotFoundError` for a cluster that is not read. */
  plan(platform: string, cluster: string): RollingPlan {
    return this.#judge(platform, cluster).plan;
  }

  /** What the verdicts of a cluster rest on; throws as `plan` does. */
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
        `Kubernetes lists no machine ${node} on ${cluster} of ${platform}, or cannot be asked now`,
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
    const { cluster: config } = this.#storage.get(platform, cluster);
    const model = this.#models.get(platform, cluster);
    const key = JSON.stringify([platform, cluster]);
    const now = this.#now();
    const before = this.#judged.get(key);
    if (
      before?.model === model &&
      now.getTime() - before.at < KEPT_MILLISECONDS
    ) {
      return before;
    }
    const facts = gatherFacts({ cluster: config, model, now });
    const judged = {
      model,
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
