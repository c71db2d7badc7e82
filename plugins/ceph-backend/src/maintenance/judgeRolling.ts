import type { NodeVerdict, RollingPlan } from '@internal/plugin-ceph-common';
import type { ClusterFacts } from './facts/ClusterFacts';
import { ClusterIndex } from './facts/ClusterIndex';
import type { MachineFacts } from './facts/MachineFacts';
import { createJudgeContext } from './JudgeContext';
import { judgeMachine } from './judgeNode';

/**
 * All machines one after another, each back before the next goes down: those
 * that are away already, then workers, then control planes, and the leader of
 * etcd last. Those that may not go down come after all that may, so that it
 * stops as late as it can. `verdicts` are of now, by name.
 */
export function judgeRolling(facts: ClusterFacts): RollingPlan {
  const { platform, cluster, machines } = facts;
  const known = machines.known ? [...machines.value] : [];
  const verdicts = judgeAll(facts, known);
  const away = new Set(known.filter(isAway).map(({ name }) => name));
  const settled =
    away.size > 0 ? judgeAll(assumeBack(facts, away), known) : verdicts;
  const staying = new Set(settled.filter(mustStay).map(({ node }) => node));
  const order = known
    .sort(
      (a, b) =>
        rank(a, facts, staying) - rank(b, facts, staying) ||
        (a.name < b.name ? -1 : 1),
    )
    .map(({ name }) => name);
  return {
    platform,
    cluster,
    verdicts,
    order,
    stopsAt: findStop(facts, order, verdicts),
  };
}

function judgeAll(
  facts: ClusterFacts,
  machines: readonly MachineFacts[],
): NodeVerdict[] {
  const index = new ClusterIndex(facts);
  return machines
    .map(({ name }) => name)
    .sort()
    .map(name => judgeMachine(createJudgeContext(index, name)));
}

function findStop(
  facts: ClusterFacts,
  order: readonly string[],
  verdicts: readonly NodeVerdict[],
): string | undefined {
  const away = new Set(
    (facts.machines.known ? facts.machines.value : [])
      .filter(isAway)
      .map(({ name }) => name),
  );
  const isFirstAway = order.findIndex(name => away.has(name)) === 0;
  return order.find((name, position) => {
    // Only the return of a machine that is away now changes what is known.
    const verdict =
      isFirstAway && position > 0
        ? judgeMachine(
            createJudgeContext(
              new ClusterIndex(
                assumeBack(facts, new Set(order.slice(0, position))),
              ),
              name,
            ),
          )
        : verdicts.find(({ node }) => node === name);
    return verdict !== undefined && mustStay(verdict);
  });
}

function mustStay({ verdict }: NodeVerdict): boolean {
  return verdict === 'unsafe' || verdict === 'unknown';
}

function assumeBack(
  facts: ClusterFacts,
  back: ReadonlySet<string>,
): ClusterFacts {
  const { machines } = facts;
  if (!machines.known) return facts;
  return {
    ...facts,
    machines: {
      ...machines,
      value: machines.value.map(machine =>
        back.has(machine.name)
          ? {
              ...machine,
              cordoned: false,
              ready: { ...machines, value: true },
              changing: { ...machines, value: false },
            }
          : machine,
      ),
    },
  };
}

function rank(
  machine: MachineFacts,
  { etcd }: ClusterFacts,
  staying: ReadonlySet<string>,
): number {
  if (isAway(machine)) return 0;
  const last = staying.has(machine.name) ? 3 : 0;
  if (machine.role.known && machine.role.value === 'worker') return last + 1;
  const leads =
    etcd.known &&
    etcd.value.members.some(
      ({ node, leader }) => leader && node === machine.name,
    );
  return last + (leads ? 3 : 2);
}

function isAway({ ready, cordoned, changing }: MachineFacts): boolean {
  return (
    cordoned ||
    (ready.known && !ready.value) ||
    (changing.known && changing.value)
  );
}
