import { Fact, NodeSummary } from '@internal/plugin-talos-nodes-common';
import { compareVersions } from './compareVersions';

/** How far machines are apart in what they run. */
export interface Skew {
  /** Newest version in the fleet. */
  newest?: string;
  /** How many newer versions are in the fleet; absent for an unknown version. */
  versionsBehind: (version: Fact<string>) => number | undefined;
  /** Most machines of the same model on the same cluster run another schematic. */
  isOddSchematic: (node: NodeSummary) => boolean;
}

/** Holds the machines of a fleet against each other. */
export function findSkew(fleet: readonly NodeSummary[]): Skew {
  const versions = [
    ...new Set(
      fleet.flatMap(({ talosVersion }) =>
        talosVersion.known ? [talosVersion.value] : [],
      ),
    ),
  ].sort((a, b) => compareVersions(b, a));
  const schematics = new Map<string, string[]>();
  for (const node of fleet) {
    const model = modelOf(node);
    if (model && node.schematic.known) {
      const held = schematics.get(model) ?? [];
      schematics.set(model, [...held, node.schematic.value]);
    }
  }
  return {
    newest: versions[0],
    versionsBehind: version =>
      version.known ? versions.indexOf(version.value) : undefined,
    isOddSchematic: node => {
      const { schematic } = node;
      const held = schematics.get(modelOf(node) ?? '') ?? [];
      const same = held.filter(
        other => schematic.known && other === schematic.value,
      ).length;
      return schematic.known && held.length > 1 && same * 2 <= held.length;
    },
  };
}

function modelOf({
  cluster,
  platform,
  model,
}: NodeSummary): string | undefined {
  return model.known
    ? JSON.stringify([platform, cluster, model.value])
    : undefined;
}
