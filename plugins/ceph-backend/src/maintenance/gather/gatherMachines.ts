import type { Reading } from '@internal/plugin-ceph-common';
import type { Fact, NodeSummary } from '@internal/plugin-talos-nodes-common';
import { parseQuantity } from '@internal/upstream';
import type { Inventory } from '../../inventory/Inventory';
import {
  type KubernetesNode,
  readyStatus,
} from '../../inventory/kubernetes/nodeSchema';
import type { MachineFacts, Resources } from '../facts/MachineFacts';
import type { Freshness } from './Freshness';
import { mapReading } from './mapReading';
import { fromTalosReason } from './toUnreadReason';

/** Taints that say no more than that a machine is cordoned or not ready. */
const OF_STATE = new Set([
  'node.kubernetes.io/unschedulable',
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
]);

/** Machines as Kubernetes lists them, with what Talos tells of each. */
export function gatherMachines(
  { kubernetes, machines }: Inventory,
  freshness: Freshness,
): Reading<MachineFacts[]> {
  const talos = freshness.fromKept(machines, 'talos');
  const told = new Map(
    talos.known ? talos.value.nodes.map(node => [node.name, node]) : [],
  );
  const nodes = freshness.fromKept(kubernetes.nodes, 'kubernetes');
  if (!nodes.known) return nodes;
  return mapReading(nodes, list =>
    list.map(node => {
      const summary = told.get(node.metadata.name);
      const fromTalos = <T>(to: (found: NodeSummary) => Reading<T>) => {
        if (!talos.known) return talos;
        return summary
          ? to(summary)
          : { known: false as const, reason: 'not-reported' as const };
      };
      return {
        ...toKubernetesFacts(node, nodes.observedAt),
        address: summary?.addresses.at(0),
        role: fromTalos(({ role }) => toReading(role, nodes.observedAt)),
        changing: fromTalos(({ state }) => toChanging(state, nodes.observedAt)),
        schematic: summary?.schematic.known
          ? summary.schematic.value
          : undefined,
      };
    }),
  );
}

function toKubernetesFacts(node: KubernetesNode, observedAt: string) {
  const { metadata, spec, status } = node;
  const source = 'kubernetes' as const;
  const allocatable = toResources(status.allocatable);
  return {
    name: metadata.name,
    // A field that node affinity may name as well.
    labels: { ...metadata.labels, 'metadata.name': metadata.name },
    taints: spec.taints.filter(({ key }) => !OF_STATE.has(key)),
    cordoned: spec.unschedulable,
    ready: {
      known: true as const,
      value: readyStatus(node) === 'True',
      source,
      observedAt,
    },
    allocatable: allocatable
      ? { known: true as const, value: allocatable, source, observedAt }
      : { known: false as const, reason: 'not-reported' as const },
  };
}

function toResources(
  allocatable: Readonly<Record<string, string>>,
): Resources | undefined {
  const cpu = parseQuantity(allocatable.cpu);
  const memory = parseQuantity(allocatable.memory);
  const pods = parseQuantity(allocatable.pods);
  return cpu && memory && pods ? { cpu, memory, pods } : undefined;
}

function toChanging(
  state: NodeSummary['state'],
  observedAt: string,
): Reading<boolean> {
  return state === 'unreachable' || state === 'unknown'
    ? { known: false, reason: 'not-reachable' }
    : {
        known: true,
        value: state === 'changing',
        source: 'talos',
        observedAt,
      };
}

function toReading<T>(fact: Fact<T>, observedAt: string): Reading<T> {
  return fact.known
    ? { known: true, value: fact.value, source: 'talos', observedAt }
    : { known: false, reason: fromTalosReason(fact.reason) };
}
