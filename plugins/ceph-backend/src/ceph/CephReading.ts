import type { CephDetail } from '@internal/plugin-ceph-common';

/** What Rook says of one OSD: its deployment and its pod. */
export interface RookOsd {
  id: number;
  /** Node the pod runs on, or is bound to. */
  node?: string;
  isPodReady: boolean;
  deviceClass?: string;
  form: 'raw' | 'lvm' | 'encrypted' | 'claim' | 'unknown';
  /** Path of the block device, partition or logical volume, as its deployment says. */
  devicePath?: string;
  /** Claim that it stores on, where its form is `claim`. */
  claim?: string;
}

/** Everything read of one Ceph cluster in one cycle. */
export interface CephReading {
  detail: CephDetail;
  /** By Rook, with or without the manager; by id. */
  rookOsds: ReadonlyMap<number, RookOsd>;
  /** Machine of each OSD as its own metadata name it; by id, where the manager tells. */
  osdHostnames: ReadonlyMap<number, string>;
}
