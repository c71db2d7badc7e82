import { entityRefs } from '@internal/gitops-repository';
import type {
  Fact,
  NodeDetail,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { factOf, firstKnown, unknown } from '../facts/fact';
import { findDeviations } from '../git/findDeviations';
import type { MachineReading } from '../machine/MachineReading';
import { redactKernelArguments } from '../machine/redactKernelArguments';
import { unreadMachine } from '../machine/unreadMachine';
import { buildHardware } from './buildHardware';
import { decideState, toStage } from './decideState';
import { listUnread } from './listUnread';
import type { NodeSources } from './NodeSources';

/** Extensions that are no software of their own. */
const NO_EXTENSION = new Set(['schematic', 'modules.dep']);

/** Everything known of a machine, from all sources: Talos first, then Kubernetes. */
export function buildNode(sources: NodeSources): NodeDetail {
  const { platform, cluster, name, talos, kubernetes, git } = sources;
  const reason = talos ? 'not-reachable' : 'not-configured';
  const reading = talos?.reading ?? unreadMachine(reason);
  const { listings } = reading;
  const facts = kubernetes?.facts;
  const missing = unknown(kubernetes ? 'not-reported' : 'not-configured');
  const hardware = buildHardware(reading, sources);
  const node: Omit<NodeDetail, 'git'> = {
    platform,
    cluster,
    name,
    entityRef: entityRefs.node({ cluster, name }),
    ...decideState(sources),
    role: firstKnown(readRole(listings), facts?.role ?? missing),
    addresses: facts?.addresses.length
      ? facts.addresses
      : listAddresses(hardware),
    architecture: firstKnown(
      textFact(reading.version?.architecture, 'talos', reason),
      facts?.architecture ?? missing,
    ),
    ...summarizeHardware(hardware),
    talosVersion: firstKnown(
      textFact(reading.version?.tag, 'talos', reason),
      facts?.talosVersion ?? missing,
    ),
    kubernetesVersion: facts?.kubernetesVersion ?? missing,
    kernelVersion: facts?.kernelVersion ?? missing,
    schematic: firstKnown(readSchematic(listings), facts?.schematic ?? missing),
    extensions: readExtensions(listings) ?? facts?.extensions ?? [],
    unread: listUnread(reading, sources),
    observedAt: findOldest(sources),
    place: sources.place ?? facts?.place,
    hardware,
    stage: talos ? readStage(talos) : unknown('not-configured'),
    bootedAt: factOf(talos?.bootedAt, 'talos', reason),
    nodeId: firstKnown(
      readOne(listings.identities, spec => cleanText(spec.nodeId)),
      facts?.nodeId ?? missing,
    ),
    machineId: facts?.machineId ?? missing,
    secureBoot: readOne(listings.securityStates, spec => spec.secureBoot),
    kernelArguments: readOne(listings.kernelCmdlines, ({ cmdline }) =>
      cmdline === undefined ? undefined : redactKernelArguments(cmdline),
    ),
    timeSynchronized: readOne(listings.timeStatuses, spec => spec.synced),
    unschedulable: facts?.unschedulable ?? missing,
    taints: facts?.taints ?? [],
    conditions: facts?.conditions ?? [],
    services: readServices(talos),
    diagnostics: readDiagnostics(talos),
    workloads: sources.workloads,
    sources: listSources(sources),
  };
  const desired = git?.desired;
  if (!desired) return node;
  const { file, line } = desired.node.source;
  const deviations = findDeviations(desired.node, node, facts?.labels);
  return { ...node, git: { file, line, url: desired.url, deviations } };
}

/** What lists show of it. */
export function toSummary(node: NodeDetail): NodeSummary {
  return {
    platform: node.platform,
    cluster: node.cluster,
    name: node.name,
    entityRef: node.entityRef,
    state: node.state,
    problems: node.problems,
    role: node.role,
    addresses: node.addresses,
    architecture: node.architecture,
    manufacturer: node.manufacturer,
    model: node.model,
    cores: node.cores,
    threads: node.threads,
    memoryInstalledBytes: node.memoryInstalledBytes,
    memoryUsableBytes: node.memoryUsableBytes,
    disks: node.disks,
    talosVersion: node.talosVersion,
    kubernetesVersion: node.kubernetesVersion,
    kernelVersion: node.kernelVersion,
    schematic: node.schematic,
    extensions: node.extensions,
    unschedulable: node.unschedulable,
    taints: node.taints,
    unread: node.unread,
    observedAt: node.observedAt,
    place: node.place,
  };
}

function summarizeHardware(hardware: NodeDetail['hardware']) {
  return {
    manufacturer: hardware.board.manufacturer,
    model: hardware.board.model,
    cores: hardware.processor.cores,
    threads: hardware.processor.threads,
    memoryInstalledBytes: hardware.memory.installedBytes,
    memoryUsableBytes: hardware.memory.usableBytes,
    disks: hardware.disks
      .filter(disk => disk.class !== 'optical')
      .map(disk => ({ class: disk.class, sizeBytes: disk.sizeBytes })),
  };
}

function readOne<TSpec, T>(
  listing:
    | { known: true; items: { spec: TSpec }[] }
    | { known: false; reason: Extract<Fact<T>, { known: false }>['reason'] },
  pick: (spec: TSpec) => T | undefined,
): Fact<T> {
  if (!listing.known) return unknown(listing.reason);
  const first = listing.items.at(0);
  return factOf(first && pick(first.spec), 'talos');
}

function readRole({
  machineTypes,
}: MachineReading['listings']): NodeDetail['role'] {
  return readOne(machineTypes, type =>
    type === 'controlplane' || type === 'worker' ? type : undefined,
  );
}

/** A resource since 1.14; before, an extension by that name. */
function readSchematic({
  schematics,
  extensions,
}: MachineReading['listings']): Fact<string> {
  const own = readOne(schematics, spec => cleanText(spec.schematicId));
  if (own.known || !extensions.known) return own;
  const extension = extensions.items.find(
    ({ spec }) => spec.metadata?.name === 'schematic',
  );
  return textFact(extension?.spec.metadata?.version, 'talos');
}

function readExtensions({
  extensions,
}: MachineReading['listings']): NodeDetail['extensions'] | undefined {
  if (!extensions.known) return undefined;
  return extensions.items.flatMap(({ spec: { metadata } }) => {
    const name = cleanText(metadata?.name);
    return name === undefined || NO_EXTENSION.has(name)
      ? []
      : { name, version: metadata?.version ?? '' };
  });
}

function readStage({
  watched,
}: NonNullable<NodeSources['talos']>): Fact<string> {
  const { machineStatuses } = watched;
  return machineStatuses.known
    ? factOf(toStage(watched), 'talos')
    : unknown(machineStatuses.reason);
}

function readServices(talos: NodeSources['talos']): NodeDetail['services'] {
  if (!talos?.watched.services.known) return [];
  return talos.watched.services.items.map(({ id, spec }) => ({
    name: id,
    running: spec.running ?? false,
    // "Unknown" is what a service without a health check is.
    healthy: spec.unknown === true ? undefined : spec.healthy,
  }));
}

function readDiagnostics(
  talos: NodeSources['talos'],
): NodeDetail['diagnostics'] {
  if (!talos?.watched.diagnostics.known) return [];
  return talos.watched.diagnostics.items.map(({ id, spec }) => ({
    id,
    message: spec.message ?? id,
    details: spec.details ?? [],
  }));
}

/** Those of its ports, where Kubernetes tells none. */
function listAddresses({ links }: NodeDetail['hardware']): string[] {
  return links
    .flatMap(({ addresses }) => addresses)
    .map(address => address.replace(/\/\d+$/, ''))
    .filter(address => !/^(?:fe80:|169\.254\.)/i.test(address));
}

function listSources({
  talos,
  kubernetes,
  git,
  prometheus,
}: NodeSources): NodeDetail['sources'] {
  const all = { talos, kubernetes, git, prometheus };
  return (['talos', 'kubernetes', 'git', 'prometheus'] as const).flatMap(
    source => {
      const health = all[source];
      return health
        ? { source, observedAt: health.observedAt, failure: health.failure }
        : [];
    },
  );
}

function findOldest({ talos, kubernetes }: NodeSources): string | undefined {
  return [talos?.observedAt, kubernetes?.observedAt]
    .filter(at => at !== undefined)
    .sort()
    .at(0);
}
