import {
  type Fact,
  type NodeDetail,
  readPlace,
} from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { factOf, known } from '../facts/fact';
import type { KubernetesNode } from './KubernetesNode';
import { parseQuantity } from '@internal/upstream';

const EXTENSION = 'extensions.talos.dev/';
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const NFD_MODEL = 'feature.node.kubernetes.io/cpu-model.';

/** What a Node object tells of its machine. */
export interface KubernetesFacts extends Pick<
  NodeDetail,
  | 'addresses'
  | 'architecture'
  | 'talosVersion'
  | 'kubernetesVersion'
  | 'kernelVersion'
  | 'schematic'
  | 'extensions'
  | 'nodeId'
  | 'machineId'
  | 'unschedulable'
  | 'taints'
  | 'conditions'
  | 'place'
> {
  role: Fact<'controlplane' | 'worker'>;
  /** What people wrote into a label named `model`. */
  model: Fact<string>;
  processorName: Fact<string>;
  threads: Fact<number>;
  memoryUsableBytes: Fact<number>;
  labels: Record<string, string>;
}

export function toKubernetesFacts({
  metadata: { labels, annotations },
  spec,
  status,
}: KubernetesNode): KubernetesFacts {
  const { nodeInfo, capacity } = status;
  const text = (value: string | undefined) => textFact(value, 'kubernetes');
  const talos = /^Talos \((.+)\)$/.exec(nodeInfo.osImage ?? '')?.[1];
  const model = Object.entries(labels).find(([key]) =>
    /(?:^|\/)(?:hardware-)?model$/.test(key),
  );
  return {
    addresses: status.addresses
      .filter(({ type }) => type === 'InternalIP' || type === 'ExternalIP')
      .map(({ address }) => address),
    role: known(
      labels[CONTROL_PLANE] === undefined ? 'worker' : 'controlplane',
      'kubernetes',
    ),
    architecture: text(nodeInfo.architecture),
    talosVersion: text(talos),
    kubernetesVersion: text(nodeInfo.kubeletVersion),
    kernelVersion: text(nodeInfo.kernelVersion),
    schematic: text(annotations[`${EXTENSION}schematic`]),
    extensions: Object.entries(labels)
      .filter(([key]) => key.startsWith(EXTENSION))
      .map(([key, version]) => ({
        name: key.slice(EXTENSION.length),
        version,
      })),
    nodeId: text(annotations['cluster.talos.dev/node-id']),
    machineId: text(nodeInfo.machineID),
    unschedulable: known(spec.unschedulable, 'kubernetes'),
    taints: (spec.taints ?? []).map(
      ({ key, value, effect }) => `${key}${value && `=${value}`}:${effect}`,
    ),
    conditions: status.conditions.map(condition => ({
      type: condition.type,
      status: condition.status,
      reason: condition.reason,
      message: condition.message,
      since: condition.lastTransitionTime ?? undefined,
    })),
    model: text(model?.[1]),
    processorName: textFact(nameProcessor(labels), 'nfd'),
    threads: factOf(wholeNumber(parseQuantity(capacity.cpu)), 'kubernetes'),
    memoryUsableBytes: factOf(parseQuantity(capacity.memory), 'kubernetes'),
    labels,
    place: readPlace(annotations),
  };
}

/** Node Feature Discovery knows vendor, family and id, not a name. */
function nameProcessor(labels: Record<string, string>): string | undefined {
  const vendor = cleanText(labels[`${NFD_MODEL}vendor_id`]);
  const family = cleanText(labels[`${NFD_MODEL}family`]);
  const id = cleanText(labels[`${NFD_MODEL}id`]);
  if (!vendor) return undefined;
  const numbers = [family && `family ${family}`, id && `model ${id}`];
  return [vendor, ...numbers.filter(Boolean)].join(' ');
}

function wholeNumber(value: number | undefined): number | undefined {
  return value && Number.isInteger(value) ? value : undefined;
}
