import type {
  CephDefinition,
  PoolDefinition,
} from '../definition/CephDefinition';
import type { Mute } from './CephState';
import type { Osd } from './Osd';

export type Severity = 'HEALTH_OK' | 'HEALTH_WARN' | 'HEALTH_ERR';
export type Fullness = 'nearfull' | 'backfillfull' | 'full';

export interface HealthCheck {
  code: string;
  severity: Exclude<Severity, 'HEALTH_OK'>;
  message: string;
  count: number;
  details: string[];
  muted: boolean;
}

export interface MonitorStatus {
  name: string;
  rank: number;
  node: string;
  address: string;
  inQuorum: boolean;
}

export interface DaemonStatus {
  name: string;
  node: string;
  address: string;
  /** `gone` daemons are not in Ceph's maps. */
  role: 'active' | 'standby' | 'gone';
}

export interface OsdStatus extends Osd {
  /** Name in CRUSH. */
  host: string;
  up: boolean;
  usedBytes: number;
  fullness?: Fullness;
  groups: number;
  /** Of writes, in ms. */
  latency: number;
}

export interface PlacementGroupStatus {
  id: string;
  pool: number;
  state: string;
  up: number[];
  acting: number[];
  objects: number;
  copies: number;
  degraded: number;
  misplaced: number;
}

export interface PoolStatus {
  id: number;
  definition: PoolDefinition;
  rule: number;
  storedBytes: number;
  objects: number;
  rawBytes: number;
  /** What can still be stored, counted once. */
  availableBytes: number;
  /** From 0 to 1. */
  used: number;
  fullness?: Fullness;
  /** How many placement groups are in which state. */
  states: Record<string, number>;
}

/** Per second. */
export interface ThroughputStatus {
  readBytes: number;
  readOperations: number;
  writeBytes: number;
  writeOperations: number;
  recoveringBytes: number;
}

/** A Ceph cluster as it is at one moment, as Ceph itself would see it. */
export interface CephStatus {
  at: Date;
  startedAt: Date;
  definition: CephDefinition;
  health: Severity;
  checks: HealthCheck[];
  mutes: Mute[];
  epoch: number;
  election: number;
  quorumSince: Date;
  hasQuorum: boolean;
  monitors: MonitorStatus[];
  managers: DaemonStatus[];
  metadataServers: DaemonStatus[];
  osds: OsdStatus[];
  groups: PlacementGroupStatus[];
  pools: PoolStatus[];
  totals: { bytes: number; usedBytes: number };
  objects: {
    count: number;
    copies: number;
    degraded: number;
    misplaced: number;
  };
  throughput: ThroughputStatus;
  flags: string[];
  nodeFlags: Record<string, string[]>;
}
