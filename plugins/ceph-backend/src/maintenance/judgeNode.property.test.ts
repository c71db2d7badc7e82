import {
  type MaintenanceVerdict,
  maintenanceVerdictSchema,
} from '@internal/plugin-ceph-common';
import fc from 'fast-check';
import { addDatabase, buildInstance } from './__testUtils__/addDatabase';
import { faults } from './__testUtils__/faults';
import {
  forgetOne,
  listKnown,
  type Path,
  UNREAD_REASONS,
} from './__testUtils__/forgetOne';
import {
  buildCeph,
  buildHealthyCluster,
  CONTROL_PLANES,
  known,
  WORKERS,
} from './__testUtils__/healthyCluster';
import type { ClusterFacts } from './facts/ClusterFacts';
import { judgeNode } from './judgeNode';

const FROM_WORST = maintenanceVerdictSchema.options;
const rank = (verdict: MaintenanceVerdict) => FROM_WORST.indexOf(verdict);
const judge = (facts: ClusterFacts, node: string) =>
  judgeNode(facts, node).verdict;

const aNode = fc.constantFrom(...CONTROL_PLANES, ...WORKERS);
const aFault = fc.record({
  name: fc.constantFrom(...Object.keys(faults)),
  pick: fc.nat({ max: 11 }),
});

/** Clusters from healthy to full of faults, with and without Ceph and noout. */
const aCluster = fc.record({
  node: aNode,
  happened: fc.array(aFault, { maxLength: 4 }),
  hasCeph: fc.boolean(),
  isQuiet: fc.boolean(),
  hasDatabase: fc.boolean(),
});

function build({
  node,
  happened,
  hasCeph,
  isQuiet,
  hasDatabase,
}: typeof aCluster extends fc.Arbitrary<infer T> ? T : never): ClusterFacts {
  const flags = known(isQuiet ? [{ flag: 'noout' }] : [], 'ceph-manager');
  const facts = buildHealthyCluster({
    ceph: known(hasCeph ? [buildCeph({ flags })] : [], 'rook'),
  });
  return happened.reduce(
    (found, { name, pick }) => faults[name](found, pick, node),
    hasDatabase ? withDatabase(facts) : facts,
  );
}

/** Its primary runs on the first worker, a replica on the second. */
function withDatabase(facts: ClusterFacts): ClusterFacts {
  return addDatabase(
    facts,
    WORKERS.slice(0, 2).map((worker, at) => buildInstance(at + 1, worker)),
  );
}

describe('judgeNode', () => {
  it('starts from machines that may go down', () => {
    const facts = buildHealthyCluster();
    expect(
      [...CONTROL_PLANES, ...WORKERS].map(node => judge(facts, node)),
    ).toEqual([
      'safe-after-steps',
      'safe',
      'safe',
      'safe-after-steps',
      'safe-after-steps',
      'safe-after-steps',
    ]);
  });

  it.each(Object.keys(faults))(
    'changes the verdict of some machine, or an input of it: %s',
    name => {
      const before = withDatabase(buildHealthyCluster());
      const changed = [...CONTROL_PLANES, ...WORKERS].filter(node =>
        [0, 1, 2, 3, 4].some(
          pick =>
            JSON.stringify(
              judgeNode(faults[name](before, pick, node), node).inputs,
            ) !== JSON.stringify(judgeNode(before, node).inputs),
        ),
      );
      expect(changed).not.toEqual([]);
    },
  );

  it('never becomes safer by a fault', () => {
    fc.assert(
      fc.property(aCluster, aFault, (cluster, { name, pick }) => {
        const { node } = cluster;
        const facts = build(cluster);
        const before = judge(facts, node);
        const after = judge(faults[name](facts, pick, node), node);
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 3000 },
    );
  });

  it('never becomes safe by knowing less, and at best unknown where it was not', () => {
    fc.assert(
      fc.property(
        aCluster,
        fc.nat(),
        fc.constantFrom(...UNREAD_REASONS),
        (cluster, position, reason) => {
          const { node } = cluster;
          const facts = build(cluster);
          const paths = listKnown(facts);
          const path = paths[position % paths.length];
          const before = judge(facts, node);
          const after = judge(forgetOne(facts, path, reason), node);
          expect(rank(after)).toBeLessThanOrEqual(
            Math.max(rank(before), rank('unknown')),
          );
          const best = isBesideTheQuestion(path, facts, node)
            ? 'safe'
            : 'unknown';
          expect(rank(after)).toBeLessThanOrEqual(rank(best));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([...CONTROL_PLANES, ...WORKERS])(
    'is unknown for a machine that may go down as soon as any one piece is not known: %s',
    node => {
      const facts = buildHealthyCluster();
      const paths = listKnown(facts).filter(
        path => !isBesideTheQuestion(path, facts, node),
      );
      expect(paths.length).toBeGreaterThan(30);
      const verdicts = paths.map(
        path =>
          `${path.join('.')}: ${judge(forgetOne(facts, path, 'not-reachable'), node)}`,
      );
      expect(verdicts).toEqual(paths.map(path => `${path.join('.')}: unknown`));
    },
  );
});

/**
 * What a verdict does not rest on: who else is affected; what is shown of a
 * volume; and, for a machine that is proven to be a worker, how etcd's members
 * are and what the others are.
 */
function isBesideTheQuestion(
  path: Path,
  { machines }: ClusterFacts,
  node: string,
): boolean {
  const [first, , position, field] = path;
  if (first === 'guestVolumes') return true;
  if (first === 'volumes' && path.length > 2) return true;
  const own = machines.known
    ? machines.value.find(({ name }) => name === node)
    : undefined;
  const isWorker = own?.role.known && own.role.value === 'worker';
  if (first === 'etcd' && path.length > 1) return Boolean(isWorker);
  return (
    first === 'machines' &&
    field === 'role' &&
    machines.known &&
    machines.value[Number(position)] !== own &&
    Boolean(isWorker)
  );
}
