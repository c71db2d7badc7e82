import type { DeliveryUnit } from '@internal/plugin-delivery-common';

/** What one reading of an engine gave; `reason` is a sentence for people. */
export type DeliveryReading =
  { ok: true; units: DeliveryUnit[] } | { ok: false; reason: string };

/** Reads all deployment units of one cluster from its engine. */
export interface DeliveryReader {
  read(signal: AbortSignal): Promise<DeliveryReading>;
}
