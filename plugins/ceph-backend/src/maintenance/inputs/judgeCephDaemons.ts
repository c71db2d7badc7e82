import type { CephFacts } from '../facts/CephFacts';
import { unreadReason } from '../facts/unreadReason';
import { listCephPods } from '../ceph/listCephPods';
import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread, worst } from './Judgement';

/** Whether a manager, and a metadata server of each filesystem, stand by elsewhere. */
export function judgeCephDaemons(context: JudgeContext): Judgement {
  const { ceph, pods } = context.facts;
  if (!ceph.known) return unread(ceph.reason);
  const missing = unreadReason(pods);
  if (missing) return unread(missing);
  return worst(
    { reason: ceph.value.length > 0 ? 'daemons-none' : 'ceph-none' },
    ...ceph.value.map(facts => judgeCluster(context, facts)),
  );
}

function judgeCluster(context: JudgeContext, facts: CephFacts): Judgement {
  const { managers, filesystems } = facts;
  if (!managers.known) return unread(managers.reason);
  if (!filesystems.known) return unread(filesystems.reason);
  const ownManagers = listCephPods(context, facts, 'mgr');
  const ownServers = listCephPods(context, facts, 'mds');
  const own = [...ownManagers, ...ownServers];
  if (own.length === 0) return { reason: 'daemons-none' };
  const failed = filesystems.value.filter(filesystem => filesystem.failed > 0);
  if (failed.length > 0) {
    return {
      reason: 'daemons-failed',
      subjects: failed.map(({ name }) => name),
    };
  }
  if (managers.value.active === undefined) {
    return { reason: 'daemons-no-manager' };
  }
  // A manager of the machine and one elsewhere make two.
  const isManagerAlone = ownManagers.length > managers.value.standbys.length;
  const ownNames = ownServers.map(({ labels }) => labels.ceph_daemon_id);
  const isServerAlone =
    ownServers.length > 0 &&
    filesystems.value.some(({ standbys }) => isAlone(ownNames, standbys));
  return isManagerAlone || isServerAlone
    ? { reason: 'daemons-move', subjects: own.map(({ name }) => name) }
    : { reason: 'daemons-remain' };
}

/** One of these servers works, and all that stand by run beside it. */
function isAlone(
  own: readonly (string | undefined)[],
  standbys: readonly string[],
): boolean {
  return (
    own.some(name => name === undefined || !standbys.includes(name)) &&
    standbys.every(name => own.includes(name))
  );
}
