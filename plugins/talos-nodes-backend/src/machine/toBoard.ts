import type { Fact, Hardware } from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { known, unknown } from '../facts/fact';
import type { MachineReading } from './MachineReading';
import { whyNoFirmware } from './whyNoFirmware';

/** The board as its firmware describes it. */
export function toBoard(reading: MachineReading): Hardware['board'] {
  const { listings, version } = reading;
  const { systemInformations: listing } = listings;
  if (!listing.known) {
    const missing = unknown(listing.reason);
    return {
      manufacturer: missing,
      model: missing,
      serial: missing,
      biosVersion: missing,
      form:
        version?.mode === 'container' ? known('container', 'talos') : missing,
    };
  }
  const spec = listing.items.at(0)?.spec;
  const reason = spec ? 'not-reported' : whyNoFirmware(reading);
  // Lenovo puts a machine type where others put the name.
  const isLenovo = /^lenovo$/i.test(cleanText(spec?.manufacturer) ?? '');
  const named = isLenovo && cleanText(spec?.version) !== undefined;
  const model = textFact(
    named ? spec?.version : spec?.productName,
    'smbios',
    reason,
  );
  return {
    manufacturer: textFact(spec?.manufacturer, 'smbios', reason),
    model:
      named && model.known
        ? { ...model, raw: `${spec?.version} (${spec?.productName})` }
        : model,
    serial: textFact(spec?.serialnumber, 'smbios', reason),
    biosVersion: textFact(
      spec?.biosVersion,
      'smbios',
      spec && spec.biosVersion === undefined ? 'too-old' : reason,
    ),
    form: toForm(version?.mode, spec),
  };
}

const VIRTUAL =
  /^qemu|bochs|kvm|vmware|virtualbox|innotek|virtual machine|standard pc|xen|parallels|openstack|amazon ec2|google compute/i;

function toForm(
  mode: string | undefined,
  spec: { manufacturer?: string; productName?: string } | undefined,
): Fact<'metal' | 'virtual' | 'container'> {
  if (mode === 'container') return known('container', 'talos');
  const names = [spec?.manufacturer, spec?.productName];
  if (names.some(name => name !== undefined && VIRTUAL.test(name))) {
    return known('virtual', 'smbios');
  }
  if (mode === 'cloud') return known('virtual', 'talos');
  return mode ? known('metal', 'talos') : unknown('not-reported');
}
