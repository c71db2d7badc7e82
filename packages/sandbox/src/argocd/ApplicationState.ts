import type { Manifest } from '../kubernetes/KubernetesObject';
import type { Application } from './Application';
import type { RenderedApplication } from './renderApplication';

/** One sync, running or over. */
export interface SyncOperation {
  phase: 'Running' | 'Succeeded' | 'Failed';
  message?: string;
  commit: string;
  startedAt: string;
  finishedAt?: string;
  resources: {
    manifest: Manifest;
    status: 'Synced' | 'SyncFailed' | 'Pruned';
    message: string;
  }[];
}

/** One sync that succeeded. */
export interface HistoryEntry {
  id: number;
  commit: string;
  deployStartedAt: string;
  deployedAt: string;
}

/** What the simulated Argo CD knows of one Application. */
export interface ApplicationState {
  application: Application;
  /** What Git asks for at the last commit that was looked at. */
  target?: {
    commit: string;
    comparedAt: string;
    rendered: RenderedApplication;
  };
  /** What was written to the cluster last. */
  synced?: { manifests: Manifest[]; fingerprint: string };
  operation?: SyncOperation;
  history: HistoryEntry[];
}

/** Equal for equal manifests. */
export function toFingerprint(manifests: Manifest[]): string {
  return JSON.stringify(manifests);
}

export function isSynced(state: ApplicationState): boolean {
  return (
    state.target?.rendered.ok === true &&
    state.synced?.fingerprint === toFingerprint(state.target.rendered.manifests)
  );
}
