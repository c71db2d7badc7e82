import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { CephReading } from './CephReading';

/** Reads the Ceph clusters of one Kubernetes cluster. */
export interface CephReader {
  /** Never throws for what a source does; that is in the states. */
  read(signal: AbortSignal): Promise<{
    ceph: CephReading[];
    sources: StorageSourceState[];
  }>;
  close(): Promise<void>;
}
