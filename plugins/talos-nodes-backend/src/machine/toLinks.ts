import type { Hardware } from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { factOf } from '../facts/fact';
import type { SpecOf } from '../talos/resources';
import type { MachineReading } from './MachineReading';

type Link = Hardware['links'][number];
type LinkSpec = SpecOf<'links'>;

/** What the kernel says instead of a speed. */
const UNKNOWN_SPEED = 4294967295;
const OF_THE_CLUSTER = /^(?:cni|docker|cilium|lxc|flannel|veth|kubespan|kube-)/;

/** Ports of the machine, and the bonds, bridges and VLANs made of them. */
export function toLinks({ listings }: MachineReading): Link[] {
  const { links, addresses } = listings;
  if (!links.known) return [];
  const names = new Map(links.items.map(({ id, spec }) => [spec.index, id]));
  return links.items.flatMap(({ id, spec }) => {
    const kind = toKind(id, spec);
    if (!kind) return [];
    return {
      name: id,
      kind,
      macAddress: cleanText(spec.permanentAddr) ?? cleanText(spec.hardwareAddr),
      up: spec.linkState ?? spec.operationalState === 'up',
      speedMegabits: factOf(toSpeed(spec), 'talos'),
      duplex: textFact(spec.duplex, 'talos'),
      driver: cleanText(spec.driver),
      product: toProduct(spec),
      firmware: cleanText(spec.firmwareVersion),
      mtu: spec.mtu,
      addresses: addresses.known
        ? addresses.items.flatMap(item =>
            item.spec.linkName === id && item.spec.address
              ? item.spec.address
              : [],
          )
        : [],
      master: spec.masterIndex ? names.get(spec.masterIndex) : undefined,
    };
  });
}

function toKind(id: string, spec: LinkSpec): Link['kind'] | undefined {
  if (spec.type !== 'ether' || OF_THE_CLUSTER.test(id)) return undefined;
  const { kind } = spec;
  if (!kind) return 'physical';
  return kind === 'bond' || kind === 'bridge' || kind === 'vlan'
    ? kind
    : undefined;
}

function toSpeed({ speedMbit, linkState }: LinkSpec): number | undefined {
  return linkState === false || speedMbit === UNKNOWN_SPEED
    ? undefined
    : speedMbit || undefined;
}

function toProduct({ vendor, product }: LinkSpec): string | undefined {
  const parts = [cleanText(vendor), cleanText(product)];
  return parts.filter(part => part !== undefined).join(' ') || undefined;
}
