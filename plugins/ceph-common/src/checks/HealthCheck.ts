import type { DataRisk } from '../CephHealth';

/** A health check in plain English words. */
export interface HealthCheck {
  /** A few words. */
  title: string;
  /** What it means, for somebody who does not know Ceph. */
  meaning: string;
  /** What it usually means for the data. */
  dataRisk: DataRisk;
  /** The usual next step, for the platform team. */
  nextStep: string;
}
