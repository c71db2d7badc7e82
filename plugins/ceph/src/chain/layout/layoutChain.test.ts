import { Chain } from '@internal/plugin-ceph-common';
import { buildChain } from '../../__testUtils__/buildChain';
import { foldVolumes } from '../foldVolumes';
import { ChainLayout, PlacedItem } from './ChainLayout';
import { columnOf } from './chainColumns';
import { layoutChain } from './layoutChain';

/** Numbers that look random and are the same in every run. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const kinds = [
  'node',
  'disk',
  'osd',
  'pool',
  'nfs-server',
  'volume',
  'claim',
  'app',
  'owner',
] as const;

/** Any items of any kinds, linked towards the owner, by some also past columns. */
function buildRandomChain(seed: number): Chain {
  const next = createNumbers(seed);
  const items = Array.from(
    { length: 5 + Math.floor(next() * 90) },
    (_, id) => ({
      id: `item ${id}`,
      kind: kinds[Math.floor(next() * kinds.length)],
      label: `name ${Math.floor(next() * 20)}`,
      state: 'ok' as const,
    }),
  );
  const links = items.flatMap(from =>
    items
      .filter(to => columnOf(from.kind) < columnOf(to.kind))
      .filter(() => next() < 0.06)
      .map(to => ({
        from: from.id,
        to: to.id,
        proof: next() < 0.2 ? ('none' as const) : ('mount' as const),
      })),
  );
  return { items, links, leftOut: [], sources: [] };
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

const placedItems = (layout: ChainLayout) =>
  layout.columns.flatMap(({ items }) => items);

const overlap = (a: PlacedItem, b: PlacedItem) =>
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/** Whether strokes that carry a link lead from its one end to its other. */
function leadsThrough(
  layout: ChainLayout,
  link: Chain['links'][number],
): boolean {
  const boxes = new Map(
    placedItems(layout).map(placed => [placed.item.id, placed]),
  );
  const from = boxes.get(link.from);
  const to = boxes.get(link.to);
  if (!from || !to) {
    return false;
  }
  const own = layout.strokes.filter(({ links }) => links.includes(link));
  let at = { x: from.x + from.width, y: from.y + from.height / 2 };
  const goal = { x: to.x, y: to.y + to.height / 2 };
  for (let step = 0; step <= own.length; step += 1) {
    if (at.x === goal.x && at.y === goal.y) {
      return step === own.length;
    }
    const here = at;
    const stroke = own.find(
      candidate => candidate.from.x === here.x && candidate.from.y === here.y,
    );
    if (!stroke) {
      return false;
    }
    at = stroke.to;
  }
  return false;
}

describe('the layout of the chain', () => {
  it.each(seeds)('is sound for any chain (%i)', seed => {
    const chain = buildRandomChain(seed);
    const layout = layoutChain(chain);
    const placed = placedItems(layout);

    expect(placed.map(({ item }) => item.id).sort()).toEqual(
      chain.items.map(({ id }) => id).sort(),
    );
    for (const [index, one] of placed.entries()) {
      expect(
        placed.slice(index + 1).filter(other => overlap(one, other)),
      ).toEqual([]);
      expect(one.x + one.width).toBeLessThanOrEqual(layout.width);
      expect(one.y + one.height).toBeLessThanOrEqual(layout.height);
    }
    expect(chain.links.filter(link => !leadsThrough(layout, link))).toEqual([]);
    expect(
      layout.strokes.filter(
        ({ isProven, links }) =>
          isProven !== links.some(({ proof }) => proof !== 'none'),
      ),
    ).toEqual([]);
  });

  it.each(seeds.slice(0, 20))(
    'does not depend on the order told (%i)',
    seed => {
      const chain = buildRandomChain(seed);
      const next = createNumbers(seed + 1000);
      const shuffle = <T>(values: readonly T[]) =>
        values
          .map(value => ({ value, key: next() }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
      const positions = (layout: ChainLayout) =>
        placedItems(layout)
          .map(({ item, x, y }) => `${item.id} ${x} ${y}`)
          .sort();
      expect(
        positions(
          layoutChain({
            items: shuffle(chain.items),
            links: shuffle(chain.links),
          }),
        ),
      ).toEqual(positions(layoutChain(chain)));
    },
  );

  it('draws a tree without crossings', () => {
    const chain = buildChain(16);
    const tree = {
      ...chain,
      links: chain.links.filter(({ from }) => /^(claim|app):/.test(from)),
    };
    const placed = new Map(
      placedItems(layoutChain(tree)).map(({ item, y }) => [item.id, y]),
    );
    const y = (id: string) => placed.get(id) ?? Number.NaN;
    const crossings = tree.links.flatMap(one =>
      tree.links.filter(
        other =>
          one.from.split(':')[0] === other.from.split(':')[0] &&
          y(one.from) < y(other.from) &&
          y(one.to) > y(other.to),
      ),
    );
    expect(crossings).toEqual([]);
  });

  it('keeps 40 volumes within two screens, by putting alike ones together', () => {
    const chain = buildChain(40);
    const folded = foldVolumes(chain);
    const layout = layoutChain(folded.chain);
    expect(layoutChain(chain).height).toBeLessThanOrEqual(40 * 40);
    expect(layout.height).toBeLessThan(layoutChain(chain).height);
    expect(layout.width).toBeLessThanOrEqual(980);
    const shown = folded.chain.items.flatMap(item =>
      (folded.folds.get(item.id) ?? [item]).map(({ id }) => id),
    );
    expect(shown.sort()).toEqual(chain.items.map(({ id }) => id).sort());
    const ends = new Set(folded.chain.items.map(({ id }) => id));
    expect(
      folded.chain.links.filter(
        ({ from, to }) => !ends.has(from) || !ends.has(to),
      ),
    ).toEqual([]);
  });

  it('draws three OSDs and two pools as five strokes, not six', () => {
    const chain = buildChain(2);
    const between = layoutChain(chain).strokes.filter(({ links }) =>
      links.some(({ proof }) => proof === 'crush'),
    );
    expect(between).toHaveLength(5);
  });
});
