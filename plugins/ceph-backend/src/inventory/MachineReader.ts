import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  type SourceProblem,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import {
  machineDisksListSchema,
  nodeListSchema,
} from '@internal/plugin-talos-nodes-common';
import { describeProblem, getJson } from '@internal/upstream';
import type { z } from 'zod';
import type { Machines } from './Inventory';
import type { Attempt } from './Kept';

const PLUGIN = 'talos-nodes';

/** Asks the talos-nodes plugin of this portal for machines and their disks. */
export class MachineReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** All machines of a cluster; it fails where nobody could ask them yet. */
  async read(options: {
    platform: string;
    cluster: string;
    deadlineMilliseconds: number;
    signal: AbortSignal;
  }): Promise<Attempt<Machines>> {
    const { platform, cluster } = options;
    const query = new URLSearchParams({ platform, cluster });
    const [nodes, disks] = await Promise.all([
      this.#ask(`/nodes?${query}`, nodeListSchema, options),
      this.#ask(`/disks?${query}`, machineDisksListSchema, options),
    ]);
    if (!nodes.ok) return nodes;
    if (!disks.ok) return disks;
    if (nodes.value.items.length === 0) {
      return failed(toSourceProblem('machines-none', { cluster }));
    }
    return {
      ok: true,
      value: {
        nodes: nodes.value.items,
        disks: disks.value.items,
        cluster: nodes.value.clusters.at(0),
      },
    };
  }

  async #ask<T>(
    path: string,
    schema: z.ZodType<T>,
    options: { deadlineMilliseconds: number; signal: AbortSignal },
  ): Promise<Attempt<T>> {
    try {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: PLUGIN,
      });
      const answer = await getJson({
        url: `${await this.#discovery.getBaseUrl(PLUGIN)}${path}`,
        token,
        schema,
        deadlineMilliseconds: options.deadlineMilliseconds,
        signal: options.signal,
      });
      return answer.ok
        ? answer
        : failed(notTold(`it ${describeProblem(answer.failure)}`));
    } catch (error) {
      return failed(notTold(toError(error).message));
    }
  }
}

function notTold(detail: string): SourceProblem {
  return toSourceProblem('machines-not-told', { detail });
}

function failed(problem: SourceProblem): {
  ok: false;
  reason: 'not-reachable';
  problem: SourceProblem;
} {
  return { ok: false, reason: 'not-reachable', problem };
}
