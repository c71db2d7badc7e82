import type { SimulatedNode } from '../kubernetes/nodes';

/** Where a machine stands; `unit` counts from the bottom. */
const inRack = (rack: string, unit: number, height = 1) => ({
  'portal.internal/rack': rack,
  'portal.internal/rack-unit': String(unit),
  ...(height > 1 && { 'portal.internal/rack-height': String(height) }),
});

const edgitControlPlane = (last: number): SimulatedNode => ({
  name: `talos-cp-${last}`,
  address: `192.168.0.${last}`,
  role: 'control-plane',
  arch: 'amd64',
  cpu: '4',
  memoryGibibytes: 16,
  ...(last < 102 && { annotations: inRack('Office', last - 98) }),
});

const edgitWorker = (last: number): SimulatedNode => ({
  name: `talos-wk-${last}`,
  address: `192.168.0.${last}`,
  role: 'worker',
  arch: 'amd64',
  cpu: '12',
  memoryGibibytes: 64,
  ...(last === 150 && { annotations: inRack('Office', 1) }),
});

/** The machines of the cluster `edgit`. */
export const edgitNodes: SimulatedNode[] = [
  ...[100, 101, 102].map(edgitControlPlane),
  ...[103, 104, 150, 151].map(edgitWorker),
  {
    name: 'gx10',
    role: 'worker',
    arch: 'arm64',
    cpu: '20',
    memoryGibibytes: 128,
    dedicated: true,
  },
];

const models = {
  'acemagician-am06': { arch: 'amd64', cpu: '12', memoryGibibytes: 32 },
  'thinkpad-t440p': { arch: 'amd64', cpu: '8', memoryGibibytes: 16 },
  'raspberry-pi-4': { arch: 'arm64', cpu: '4', memoryGibibytes: 8 },
  'raspberry-pi-3b-plus': { arch: 'arm64', cpu: '4', memoryGibibytes: 1 },
} as const;

const pitowerNode = (
  name: string,
  last: number,
  model: keyof typeof models,
): SimulatedNode => ({
  name,
  address: `192.168.0.${last}`,
  role: model === 'acemagician-am06' ? 'control-plane' : 'worker',
  schedulable: true,
  ...models[model],
  labels: { 'pitower.link/model': model },
  ...(model === 'raspberry-pi-4' && {
    annotations: inRack('Pi tower', last - 210),
  }),
});

/** The machines of the cluster `pitower`: AMD64 and ARM64 side by side. */
export const pitowerNodes: SimulatedNode[] = [
  ...[1, 2, 3].map(index =>
    pitowerNode(`worker-0${index}`, 200 + index, 'acemagician-am06'),
  ),
  ...[4, 5].map(index =>
    pitowerNode(`worker-0${index}`, 200 + index, 'thinkpad-t440p'),
  ),
  ...[1, 2, 3, 4].map(index =>
    pitowerNode(`worker-pi-0${index}`, 210 + index, 'raspberry-pi-4'),
  ),
  pitowerNode('worker-pi-05', 215, 'raspberry-pi-3b-plus'),
];

/** The three machines of a cluster of monosense, all of them control planes that take pods. */
export const monosenseNodes = (
  cluster: string,
  firstAddress: number,
): SimulatedNode[] =>
  [0, 1, 2].map(index => ({
    name: `${cluster}-0${index + 1}`,
    address: `10.25.11.${firstAddress + index}`,
    role: 'control-plane',
    schedulable: true,
    arch: 'amd64',
    cpu: '16',
    memoryGibibytes: 64,
    annotations: inRack('Cellar', 2 * (firstAddress + index) - 21, 2),
  }));
