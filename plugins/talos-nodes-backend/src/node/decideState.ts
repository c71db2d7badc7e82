import type { NodeState } from '@internal/plugin-talos-nodes-common';
import type { Listing, WatchedListings } from '../machine/MachineReading';
import type { NodeSources } from './NodeSources';

const CHANGING = new Set([
  'booting',
  'installing',
  'maintenance',
  'rebooting',
  'shuttingDown',
  'resetting',
  'upgrading',
]);

/**
 * How a machine is, and why it is not ready. Only sources that answer now can
 * call it ready; where one that is configured does not, it is at best unknown.
 */
export function decideState(sources: NodeSources): {
  state: NodeState;
  problems: string[];
} {
  const { talos, kubernetes } = sources;
  const problems = [
    ...(talos?.failure ? [talos.failure.reason] : []),
    ...(kubernetes?.failure ? [kubernetes.failure.reason] : []),
    ...(talos && !talos.failure ? listTalosProblems(talos.watched) : []),
    ...(kubernetes && !kubernetes.failure
      ? listKubernetesProblems(kubernetes)
      : []),
  ];
  return { state: toState(sources, problems), problems };
}

function toState(
  { talos, kubernetes }: NodeSources,
  problems: string[],
): NodeState {
  if (talos?.failure && talos.isOwnFailure) return 'unreachable';
  const stage = talos && !talos.failure ? toStage(talos.watched) : undefined;
  if (stage !== undefined && CHANGING.has(stage)) return 'changing';
  const ready = kubernetes?.failure
    ? undefined
    : kubernetes?.facts?.conditions.find(({ type }) => type === 'Ready');
  if (ready?.status === 'False') return 'not-ready';
  if (talos?.failure || kubernetes?.failure) return 'unknown';
  if (ready?.status === 'Unknown') return talos ? 'not-ready' : 'unreachable';
  if (talos && stage === undefined) return 'unknown';
  if (!talos && !ready) return 'unknown';
  return problems.length > 0 ? 'not-ready' : 'ready';
}

export function toStage({
  machineStatuses,
}: WatchedListings): string | undefined {
  const stage = firstSpec(machineStatuses)?.stage;
  return stage === 'unknown' ? undefined : stage;
}

function listTalosProblems(watched: WatchedListings): string[] {
  const status = firstSpec(watched.machineStatuses)?.status;
  const unmet =
    status?.ready === false
      ? (status.unmetConditions ?? []).map(({ name, reason }) =>
          [name, reason].filter(Boolean).join(': '),
        )
      : [];
  const said =
    status?.ready === false && unmet.length === 0
      ? ['Talos calls the machine not ready']
      : unmet;
  const services = watched.services.known ? watched.services.items : [];
  return [
    ...said,
    ...services
      .filter(
        ({ spec }) =>
          spec.running && spec.unknown === false && spec.healthy === false,
      )
      .map(({ id }) => `Service ${id} is not healthy`),
  ];
}

function listKubernetesProblems({
  facts,
}: NonNullable<NodeSources['kubernetes']>): string[] {
  if (!facts) return ['Kubernetes has no such node'];
  return facts.conditions
    .filter(({ type, status }) =>
      type === 'Ready' ? status !== 'True' : status === 'True',
    )
    .map(({ type, status, message, reason }) => {
      const told = message ?? reason;
      return `${type} is ${status}${told ? `: ${told}` : ''}`;
    });
}

function firstSpec(listing: Listing<'machineStatuses'>) {
  return listing.known ? listing.items.at(0)?.spec : undefined;
}
