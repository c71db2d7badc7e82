import type { JudgeContext } from '../JudgeContext';
import type { ClusterFacts } from '../facts/ClusterFacts';
import type { EtcdFacts } from '../facts/EtcdFacts';
import { unreadReason } from '../facts/unreadReason';
import { type Judgement, unread } from './Judgement';

/**
 * Whether etcd keeps a majority of healthy voters without the machine. One or
 * two voters never do. A voter whose health is not known makes the answer
 * unknown, unless there is no majority even if it were healthy.
 */
export function judgeEtcd({ facts, node, machine }: JudgeContext): Judgement {
  const { etcd } = facts;
  if (!etcd.known) return unread(etcd.reason);
  if (!machine) return unread(unreadReason(facts.machines) ?? 'not-reported');
  if (!machine.role.known) return unread(machine.role.reason);
  const isMember = etcd.value.members.some(member => member.node === node);
  if (machine.role.value === 'worker' && !isMember) {
    return { reason: 'etcd-not-a-member' };
  }
  return judgeMembers(etcd.value, node, facts.machines);
}

function judgeMembers(
  { members, alarms }: EtcdFacts,
  node: string,
  machines: ClusterFacts['machines'],
): Judgement {
  const voters = members.filter(({ learner }) => !learner);
  const own = members.find(member => member.node === node);
  const needed = Math.floor(voters.length / 2) + 1;
  const others = voters.filter(voter => voter.node !== node);
  const healthy = others.filter(
    voter => voter.healthy.known && voter.healthy.value,
  ).length;
  const possible = others.filter(
    voter => !voter.healthy.known || voter.healthy.value,
  ).length;
  const values = { healthy, voters: voters.length, needed };

  const isVoter = own !== undefined && !own.learner;
  if (isVoter && voters.length === 1) return { reason: 'etcd-only-voter' };
  if (isVoter && voters.length === 2) return { reason: 'etcd-two-voters' };
  if (possible < needed) return { reason: 'etcd-majority-lost', values };
  if (alarms.length > 0) return { reason: 'etcd-alarm', subjects: alarms };
  const unknownHealth = unreadReason(...members.map(member => member.healthy));
  const isLedForSure = members.some(({ leader }) => leader);
  if (!isLedForSure && !unknownHealth) return { reason: 'etcd-no-leader' };
  if (unknownHealth) return unread(unknownHealth);

  const known = machines.known ? machines.value : [];
  const unknownRole = unreadReason(...known.map(({ role }) => role));
  if (unknownRole) return unread(unknownRole);
  const controlPlanes = known
    .filter(({ role }) => role.known && role.value === 'controlplane')
    .map(({ name }) => name);
  const differing = [
    ...controlPlanes.filter(
      name => !members.some(member => member.node === name),
    ),
    ...members
      .map(member => member.node)
      .filter(name => !controlPlanes.includes(name)),
  ];
  if (differing.length > 0) {
    return { reason: 'etcd-members-differ', subjects: differing };
  }
  const learners = members.filter(({ learner }) => learner);
  if (learners.length > 0) {
    return {
      reason: 'etcd-learner',
      subjects: learners.map(learner => learner.node),
    };
  }
  return own?.leader
    ? { reason: 'etcd-leader', values }
    : { reason: 'etcd-keeps-majority', values };
}
