import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  NodeChange,
  NodeDetail,
  NodeList,
  NodeLive,
  WorkloadList,
} from '@internal/plugin-talos-nodes-common';

/** A machine by its name on its cluster. */
export interface MachineName {
  platform: string;
  cluster: string;
  name: string;
}

/** Reads what the portal knows of machines. Failures are `ResponseError`s. */
export interface TalosNodesApi {
  /** All machines, or those of one platform and cluster. */
  listNodes(
    scope: { platform?: string; cluster?: string },
    signal?: AbortSignal,
  ): Promise<NodeList>;
  getNode(machine: MachineName, signal?: AbortSignal): Promise<NodeDetail>;
  /** Newest first. */
  listChanges(
    machine: MachineName,
    signal?: AbortSignal,
  ): Promise<NodeChange[]>;
  /** Pods on a machine, and how old that is. */
  listWorkloads(
    machine: MachineName,
    signal?: AbortSignal,
  ): Promise<WorkloadList>;
  /** Asks the machine itself. */
  getLive(machine: MachineName, signal?: AbortSignal): Promise<NodeLive>;
}

export const talosNodesApiRef = createApiRef<TalosNodesApi>().with({
  id: 'plugin.talos-nodes.client',
  pluginId: 'talos-nodes',
});
