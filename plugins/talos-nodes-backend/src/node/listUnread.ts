import type {
  NodeDetail,
  NodeListName,
  UnknownReason,
} from '@internal/plugin-talos-nodes-common';
import type { MachineReading } from '../machine/MachineReading';
import { whyNoFirmware } from '../machine/whyNoFirmware';
import type { NodeSources } from './NodeSources';

/** The lists that no source told, and why: what is empty beside them is empty indeed. */
export function listUnread(
  reading: MachineReading,
  { talos, kubernetes }: NodeSources,
): NonNullable<NodeDetail['unread']> {
  const { listings } = reading;
  const facts = kubernetes?.facts;
  const noFacts = facts ? undefined : whyNoFacts(kubernetes);
  const watched = (name: 'services' | 'diagnostics') =>
    talos ? whyUnknown(talos.watched[name]) : 'not-configured';
  const reasons: [NodeListName, UnknownReason | undefined][] = [
    [
      'addresses',
      facts?.addresses.length ? undefined : whyUnknown(listings.addresses),
    ],
    ['conditions', noFacts],
    ['diagnostics', watched('diagnostics')],
    ['disks', whyUnknown(listings.disks)],
    ['extensions', facts ? undefined : whyUnknown(listings.extensions)],
    ['links', whyUnknown(listings.links)],
    ['memoryModules', whyUntold(listings.memoryModules, reading)],
    ['partitions', whyUnknown(listings.discoveredVolumes)],
    ['pciDevices', whyUnknown(listings.pciDevices)],
    ['processors', whyUntold(listings.processors, reading)],
    ['services', watched('services')],
    ['taints', noFacts],
  ];
  return Object.fromEntries(
    reasons.filter(([, reason]) => reason !== undefined),
  );
}

type AnyListing =
  | { known: true; items: readonly unknown[] }
  | { known: false; reason: UnknownReason };

function whyUnknown(listing: AnyListing): UnknownReason | undefined {
  return listing.known ? undefined : listing.reason;
}

/** Every machine has them; where the firmware lists none, it tells nothing. */
function whyUntold(
  listing: AnyListing,
  reading: MachineReading,
): UnknownReason | undefined {
  if (!listing.known) return listing.reason;
  return listing.items.length === 0 ? whyNoFirmware(reading) : undefined;
}

function whyNoFacts(kubernetes: NodeSources['kubernetes']): UnknownReason {
  if (!kubernetes) return 'not-configured';
  return kubernetes.failure ? 'not-reachable' : 'not-reported';
}
