import type { Hardware } from '@internal/plugin-talos-nodes-common';
import type { Change } from './Change';

type Link = Hardware['links'][number];

/** Ports that came, went, lost their cable or changed their speed. */
export function compareLinks(
  before: readonly Link[],
  after: readonly Link[],
): Change[] {
  const old = before.filter(({ kind }) => kind === 'physical');
  const now = after.filter(({ kind }) => kind === 'physical');
  // It was reached over one: none at all means that they were not read.
  if (old.length === 0 || now.length === 0) return [];
  const left = new Set(now);
  const changes = old.flatMap((link): Change[] => {
    const same = [...left].find(other => isSame(link, other));
    if (!same) {
      return [{ kind: 'link', subject: link.name, before: describe(link) }];
    }
    left.delete(same);
    const [was, is] = [describe(link), describe(same)];
    // A speed that is not told is not another speed.
    const isTold = !same.up || !link.up || bothKnown(link, same);
    return was === is || !isTold
      ? []
      : [{ kind: 'link', subject: same.name, before: was, after: is }];
  });
  const added = [...left].map((link): Change => ({
    kind: 'link',
    subject: link.name,
    after: describe(link),
  }));
  return [...changes, ...added];
}

function isSame(left: Link, right: Link): boolean {
  return left.macAddress !== undefined && right.macAddress !== undefined
    ? left.macAddress === right.macAddress
    : left.name === right.name;
}

function bothKnown(left: Link, right: Link): boolean {
  return left.speedMegabits.known && right.speedMegabits.known;
}

function describe({ up, speedMegabits }: Link): string {
  if (!up) return 'down';
  return speedMegabits.known ? `${speedMegabits.value} Mbit/s` : 'up';
}
