import type { Fact, NodeDetail } from '@internal/plugin-talos-nodes-common';
import type { Change } from './Change';
import { compareDisks } from './compareDisks';
import { compareLinks } from './compareLinks';
import { compareMemory } from './compareMemory';

/**
 * What changed between two good readings of a machine. What is not known in one
 * of them did not change.
 */
export function compareNodes(before: NodeDetail, after: NodeDetail): Change[] {
  const changes = [
    compareFacts('version', 'Talos', before, after, n => n.talosVersion),
    compareFacts(
      'version',
      'Kubernetes',
      before,
      after,
      n => n.kubernetesVersion,
    ),
    compareFacts('version', 'kernel', before, after, n => n.kernelVersion),
    compareFacts(
      'version',
      'BIOS',
      before,
      after,
      n => n.hardware.board.biosVersion,
    ),
    compareFacts('other', 'schematic', before, after, n => n.schematic),
    compareFacts('other', 'role', before, after, n => n.role),
    compareFacts('other', 'board', before, after, n => n.hardware.board.serial),
    compareFacts(
      'processor',
      'processor',
      before,
      after,
      n => n.hardware.processor.name,
    ),
    compareFacts('processor', 'cores', before, after, n => n.cores),
  ];
  return [
    ...changes.filter(change => change !== undefined),
    ...compareMemory(before, after),
    ...compareDisks(before.hardware.disks, after.hardware.disks),
    ...compareLinks(before.hardware.links, after.hardware.links),
  ];
}

/** A machine's state, where both are known. */
export function compareStates(before: NodeDetail, after: NodeDetail): Change[] {
  if (before.state === 'unknown' || after.state === 'unknown') return [];
  return before.state === after.state
    ? []
    : [
        {
          kind: 'state',
          subject: 'state',
          before: before.state,
          after: after.state,
        },
      ];
}

function compareFacts(
  kind: Change['kind'],
  subject: string,
  before: NodeDetail,
  after: NodeDetail,
  pick: (node: NodeDetail) => Fact<string> | Fact<number>,
): Change | undefined {
  const [old, now] = [pick(before), pick(after)];
  // The same thing is called differently by different sources.
  if (!old.known || !now.known || old.source !== now.source) return undefined;
  return old.value === now.value
    ? undefined
    : { kind, subject, before: String(old.value), after: String(now.value) };
}
