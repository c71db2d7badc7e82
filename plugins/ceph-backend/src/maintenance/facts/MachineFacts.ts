import type { Reading } from '@internal/plugin-ceph-common';

/** Processors, bytes of memory, and how many pods. */
export interface Resources {
  cpu: number;
  memory: number;
  pods: number;
}

export interface Taint {
  key: string;
  value: string;
  effect: string;
}

export interface MachineFacts {
  name: string;
  /** What `talosctl -n` takes. */
  address?: string;
  role: Reading<'controlplane' | 'worker'>;
  /** By its kubelet. */
  ready: Reading<boolean>;
  /** Takes no new pods. */
  cordoned: boolean;
  /** By Talos: it starts, is upgraded or shut down. */
  changing: Reading<boolean>;
  labels: Readonly<Record<string, string>>;
  taints: readonly Taint[];
  allocatable: Reading<Resources>;
  /** Of the Image Factory, where it is known. */
  schematic?: string;
}
