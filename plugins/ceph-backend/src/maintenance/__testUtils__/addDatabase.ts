import type { BudgetFacts, PodFacts } from '../facts/PodFacts';
import type { ClusterFacts } from '../facts/ClusterFacts';
import { buildPod } from './healthyCluster';

export const DATABASE = 'pg';

/** An instance of a database that CloudNativePG runs. */
export function buildInstance(
  number: number,
  node: string,
  more: Partial<PodFacts> = {},
): PodFacts {
  return buildPod(DATABASE, `${DATABASE}-${number}`, node, {
    ...more,
    labels: {
      'cnpg.io/cluster': DATABASE,
      'cnpg.io/podRole': 'instance',
      'cnpg.io/instanceRole': number === 1 ? 'primary' : 'replica',
      ...more.labels,
    },
  });
}

/** The budget that keeps its primary where it is. */
export const PRIMARY_BUDGET: BudgetFacts = {
  namespace: DATABASE,
  name: `${DATABASE}-primary`,
  selector: {
    matchLabels: {
      'cnpg.io/cluster': DATABASE,
      'cnpg.io/instanceRole': 'primary',
    },
    matchExpressions: [],
  },
  allowed: 0,
};

/** The same cluster with a database on it whose first instance leads. */
export function addDatabase(
  facts: ClusterFacts,
  instances: readonly PodFacts[],
): ClusterFacts {
  const { pods, budgets } = facts;
  return {
    ...facts,
    pods: pods.known ? { ...pods, value: [...pods.value, ...instances] } : pods,
    budgets: budgets.known
      ? { ...budgets, value: [...budgets.value, PRIMARY_BUDGET] }
      : budgets,
  };
}
