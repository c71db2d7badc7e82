import type { Disk } from '@internal/plugin-talos-nodes-common';
import { listWwidEnds } from './listWwidEnds';
import { cutEnd, toTokens } from './toTokens';

/** What a device id of Ceph says of a disk. */
export type Comparison =
  | 'serial'
  | 'wwn'
  /** It names another serial number. */
  | 'another'
  /** Nothing either way. */
  | 'silent';

/** Serial numbers that makers left as they came are no proof. */
const PLACEHOLDERS = new Set([
  'default string',
  'none',
  'not specified',
  'to be filled by o.e.m.',
  'unknown',
  '0123456789',
  '1234567890',
  '123456789',
  '9876543210',
]);
/** Shorter ones may be alike by chance where the model does not agree as well. */
const TELLING_LENGTH = 8;
/** SCSI inquiries cut a model at 16 characters. */
const CUT_MODEL = { min: 14, max: 16 };

/**
 * Compares `<vendor>_<model>_<serial>`, part by part, with what the machine
 * tells of its disk. Serials are equal or not: one that is only a part of the
 * other, or differs in case, is another.
 */
export function compareDisk(deviceId: string, disk: Disk): Comparison {
  const id = toTokens(deviceId);
  const serial = usableSerial(disk);
  if (serial && namesSerial(id, serial, disk)) return 'serial';
  if (disk.wwid.known && namesWwid(id, disk.wwid.value)) return 'wwn';
  return serial && id.length > 0 ? 'another' : 'silent';
}

function usableSerial({ serial }: Disk): string[] | undefined {
  if (!serial.known) return undefined;
  const value = serial.value.trim();
  const isPlaceholder =
    value.length < 4 ||
    PLACEHOLDERS.has(value.toLowerCase()) ||
    new Set(value).size === 1;
  return isPlaceholder ? undefined : toTokens(value);
}

function namesSerial(id: string[], serial: string[], { model }: Disk): boolean {
  const before = cutEnd(id, serial);
  if (!before) return false;
  if (before.length === 0) return true;
  const isTelling = serial.join('_').length >= TELLING_LENGTH;
  if (!model.known) return isTelling;
  return (
    cutEnd(before, toTokens(model.value)) !== undefined ||
    (isTelling && isCut(before, model.value))
  );
}

/** Whether one is the beginning of the other, as long as a cut model is. */
function isCut(before: string[], model: string): boolean {
  const [told, own] = [before.join('_'), toTokens(model).join('_')];
  return [
    [told, own],
    [own, told],
  ].some(
    ([whole, cut]) =>
      cut.length >= CUT_MODEL.min &&
      cut.length <= CUT_MODEL.max &&
      whole.startsWith(cut),
  );
}

function namesWwid(id: string[], wwid: string): boolean {
  const lower = id.map(token => token.toLowerCase());
  return listWwidEnds(wwid).some(end =>
    end.length === 1 ? cutEnd(lower, end) : cutEnd(id, end),
  );
}
