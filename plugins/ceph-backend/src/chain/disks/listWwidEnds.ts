import { toTokens } from './toTokens';

/** What a world wide name says of a disk, in the forms a device id may end with. */
export function listWwidEnds(wwid: string): string[][] {
  const [, kind, value] = /^(naa|eui|uuid|t10|nvme)\.(.+)$/.exec(wwid) ?? [];
  if (value === undefined) return [];
  switch (kind) {
    case 'naa':
    case 'eui':
    case 'uuid': {
      const name = value.toLowerCase();
      // The system's own id puts the type of name, 3 for NAA, before it.
      return [[name], [`3${name}`], [`${kind}.${name}`]];
    }
    case 't10':
      return readT10(value);
    default:
      return readNvme(value);
  }
}

/** `ATA     <model>   <serial>`: the whole of it but the vendor. */
function readT10(value: string): string[][] {
  const [, ...rest] = toTokens(value);
  return rest.length > 1 ? [rest] : [];
}

/** `<vendor id>-<serial>-<model>-<namespace>`, serial and model in hexadecimal. */
function readNvme(value: string): string[][] {
  const [, serial, model] =
    /^[0-9a-f]{4}-([0-9a-f]+)-([0-9a-f]+)-[0-9a-f]+$/i.exec(value) ?? [];
  if (!serial || !model) return [];
  const ends = toTokens(`${decode(model)} ${decode(serial)}`);
  return ends.length > 1 ? [ends] : [];
}

function decode(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').toString('latin1').trim();
}
