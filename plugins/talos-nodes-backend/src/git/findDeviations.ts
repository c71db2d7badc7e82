import type { Node } from '@internal/gitops-model';
import type { NodeDetail } from '@internal/plugin-talos-nodes-common';

type Deviation = NonNullable<NodeDetail['git']>['deviations'][number];

/** Where a machine is not what the repository says. What is not known deviates from nothing. */
export function findDeviations(
  desired: Node,
  actual: Pick<
    NodeDetail,
    'role' | 'addresses' | 'talosVersion' | 'schematic' | 'hardware'
  >,
  labels: Record<string, string> | undefined,
): Deviation[] {
  const image = parseInstallImage(desired.installImage);
  const system = actual.hardware.disks.find(disk => disk.system);
  const pairs: [string, string | undefined, string | undefined][] = [
    ['role', desired.role, valueOf(actual.role)],
    ['talosVersion', image.version, valueOf(actual.talosVersion)],
    ['schematic', image.schematic, valueOf(actual.schematic)],
    ['installDisk', desired.installDisk, system && `/dev/${system.name}`],
    ...Object.entries(desired.labels).map(
      ([key, value]): [string, string, string | undefined] => [
        `label ${key}`,
        value,
        labels && (labels[key] ?? ''),
      ],
    ),
  ];
  const address = desired.address?.replace(/\/\d+$/, '');
  if (address && actual.addresses.length > 0) {
    const isThere = actual.addresses.includes(address);
    pairs.push([
      'address',
      address,
      isThere ? address : actual.addresses.join(', '),
    ]);
  }
  return pairs.flatMap(([field, wanted, found]) =>
    wanted === undefined || found === undefined || wanted === found
      ? []
      : [{ field, desired: wanted, actual: found }],
  );
}

/** Image Factory's installers are named `<host>/<kind>/<schematic>:<version>`. */
function parseInstallImage(image: string | undefined): {
  schematic?: string;
  version?: string;
} {
  const parts = /^(.+?):(v?\d[^:@/]*)(?:@.*)?$/.exec(image ?? '');
  return {
    version: parts?.[2],
    schematic: /\/([0-9a-f]{64})$/.exec(parts?.[1] ?? image ?? '')?.[1],
  };
}

function valueOf(
  fact: { known: true; value: string } | { known: false },
): string | undefined {
  return fact.known ? fact.value : undefined;
}
