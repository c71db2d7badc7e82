import type { UnreadReason } from '@internal/plugin-ceph-common';
import type { BudgetFacts, PodFacts } from '../facts/PodFacts';
import { unreadReason } from '../facts/unreadReason';
import type { JudgeContext } from '../JudgeContext';

const CLUSTER = 'cnpg.io/cluster';
const POD_ROLE = 'cnpg.io/podRole';
/** The second is the name of older versions. */
const INSTANCE_ROLES = ['cnpg.io/instanceRole', 'role'];

export type Handover = 'possible' | 'not-possible' | { unread: UnreadReason };

/** The budget by which CloudNativePG keeps the primary of a database where it is. */
export function isPrimaryBudget({ selector }: BudgetFacts): boolean {
  const labels = selector?.matchLabels ?? {};
  return (
    labels[CLUSTER] !== undefined &&
    INSTANCE_ROLES.some(role => labels[role] === 'primary')
  );
}

/**
 * Whether CloudNativePG's operator hands the primary that such a budget covers
 * over by itself once the machine is cordoned: when every other instance is
 * ready on another machine that takes pods, and there is one.
 *
 * @see https://github.com/cloudnative-pg/cloudnative-pg/blob/main/internal/controller/replicas.go `triggerSwitchoverToSchedulableNodes`
 */
export function judgeHandover(
  { facts, index, node }: JudgeContext,
  { namespace, selector }: BudgetFacts,
): Handover {
  const database = selector?.matchLabels[CLUSTER];
  const all = index
    .podsIn(namespace)
    .filter(pod => pod.labels[CLUSTER] === database);
  const others = all.filter(
    pod => isInstance(pod) && !(pod.node === node && isPrimary(pod)),
  );
  if (
    others.length === 0 ||
    all.some(isPreparing) ||
    others.some(pod => !pod.ready || pod.node === node)
  ) {
    return 'not-possible';
  }
  const machines = others.map(({ node: name = '' }) => index.machine(name));
  const unread = unreadReason(
    facts.machines,
    ...machines.flatMap(machine => (machine ? [machine.ready] : [])),
  );
  if (unread) return { unread };
  return machines.every(
    machine => machine?.ready.known && machine.ready.value && !machine.cordoned,
  )
    ? 'possible'
    : 'not-possible';
}

function isInstance({ labels }: PodFacts): boolean {
  return labels[POD_ROLE] === undefined
    ? INSTANCE_ROLES.some(role => labels[role] !== undefined)
    : labels[POD_ROLE] === 'instance';
}

function isPrimary({ labels }: PodFacts): boolean {
  return INSTANCE_ROLES.some(role => labels[role] === 'primary');
}

/** It makes an instance that is not there yet. */
function isPreparing({ labels }: PodFacts): boolean {
  return labels['cnpg.io/jobRole'] !== undefined;
}
