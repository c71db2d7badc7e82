import type { AppReference, Reading } from '@internal/plugin-ceph-common';
import type { Pod } from '@internal/upstream';
import type { Inventory } from '../../inventory/Inventory';
import type { Budget } from '../../inventory/kubernetes/budgetSchema';
import type { BudgetFacts, PodFacts } from '../facts/PodFacts';
import type { Freshness } from './Freshness';
import { mapReading } from './mapReading';
import { toPodFacts } from './toPodFacts';

/** Pods that run or shall run, with the app each belongs to. */
export function gatherPods(
  { platform, cluster, kubernetes, apps }: Inventory,
  freshness: Freshness,
): Reading<PodFacts[]> {
  const findApp = ({ metadata }: Pod): AppReference | undefined =>
    apps.state === 'unread'
      ? undefined
      : apps.value.find({
          platform,
          cluster,
          namespace: metadata.namespace,
          labels: metadata.labels,
        });
  return mapReading(freshness.fromKept(kubernetes.pods, 'kubernetes'), pods =>
    pods.flatMap(pod => {
      const facts = toPodFacts(pod, findApp);
      return facts ? [facts] : [];
    }),
  );
}

export function gatherBudgets(
  { kubernetes }: Inventory,
  freshness: Freshness,
): Reading<BudgetFacts[]> {
  return mapReading(
    freshness.fromKept(kubernetes.budgets, 'kubernetes'),
    budgets => budgets.map(toBudgetFacts),
  );
}

function toBudgetFacts({ metadata, spec, status }: Budget): BudgetFacts {
  const { generation = 0 } = metadata;
  const { observedGeneration, disruptionsAllowed } = status;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    selector: spec.selector ?? undefined,
    // What was counted for an older form of the budget says nothing of this one.
    allowed:
      observedGeneration !== undefined && observedGeneration >= generation
        ? disruptionsAllowed
        : undefined,
  };
}
