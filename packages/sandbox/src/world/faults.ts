import { randomUUID } from 'node:crypto';
import { cephSystems } from '../ceph/cephSystems';

export const faultSystems = [
  'forge',
  'git',
  'kubernetes',
  'argocd',
  'oidc',
  'pitower-kubernetes',
  'pitower-argocd',
  'infra-kubernetes',
  'infra-flux',
  'apps-kubernetes',
  'apps-flux',
  'edgit-talos',
  'pitower-talos',
  'infra-talos',
  'apps-talos',
  ...cephSystems,
] as const;
export const faultKinds = [
  'unavailable',
  'slow',
  'forbidden',
  'malformed',
  'rate-limited',
] as const;

/**
 * What can be out of order. `kubernetes` and `argocd` are those of the cluster
 * `edgit`; the others carry the name of their cluster.
 */
export type FaultSystem = (typeof faultSystems)[number];
export type FaultKind = (typeof faultKinds)[number];

export interface FaultRequest {
  system: FaultSystem;
  kind: FaultKind;
  /** How long a `slow` answer takes longer; default 5000. */
  delayMs?: number;
  /** How many requests are hit; default: all until the fault is cleared. */
  times?: number;
  /** Hits only requests whose `<METHOD> <path with query>` contains this text. */
  match?: string;
}

export interface Fault extends FaultRequest {
  id: string;
}

/** The faults that are set in the sandbox; at most the first that matches hits a request. */
export interface Faults {
  set(request: FaultRequest): Fault;
  /** Removes the faults of the system, or the one of the id, or all. */
  clear(which?: { system?: FaultSystem; id?: string }): void;
  list(): Fault[];
  /** The fault that hits this request, if any; counts it down. */
  take(
    system: FaultSystem,
    request: { method: string; url: string },
  ): Fault | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    set(request) {
      const fault = { ...request, id: randomUUID() };
      faults.push(fault);
      return { ...fault };
    },
    clear(which = {}) {
      faults = faults.filter(
        fault =>
          (which.system !== undefined && fault.system !== which.system) ||
          (which.id !== undefined && fault.id !== which.id),
      );
    },
    list: () => faults.map(fault => ({ ...fault })),
    take(system, request) {
      const line = `${request.method} ${request.url}`;
      const fault = faults.find(
        candidate =>
          candidate.system === system &&
          (candidate.match === undefined || line.includes(candidate.match)),
      );
      if (fault?.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) {
          faults = faults.filter(candidate => candidate !== fault);
        }
      }
      return fault;
    },
  };
}
