import type { Finding } from '../../finding/Finding';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { RepositoryModel, Route } from '../../read/RepositoryModel';
import { hostsOverlap } from '../hostsOverlap';
import type { Change } from './Change';
import {
  type Holding,
  ownersOf,
  severityOfTaking,
  takenHoldings,
} from './Holding';

interface HeldHost extends Holding {
  host: string;
  cluster: string;
  parents: Route['parents'];
  /** A redirect of everything leaves its hosts to others. */
  isBackground: boolean;
}

/**
 * Hosts that routes newly name and another app holds: the same, one that a
 * wildcard of another covers, or a wildcard over another's. A longer path is
 * no way around: it would win over the holder's route.
 */
export function checkTakenHosts({ fork, base, head }: Change): Finding[] {
  const held = hostsOf(base.model);
  const kept = new Set(hostsOf(head.model).map(({ app, key }) => app + key));
  const owners = { before: ownersOf(base.model), after: ownersOf(head.model) };
  return takenHoldings(hostsOf(fork.model), hostsOf(head.model)).flatMap(
    taken => {
      const holder = held.find(
        other =>
          other.app !== taken.app &&
          other.cluster === taken.cluster &&
          !other.isBackground &&
          hostsOverlap(other.host, taken.host) &&
          shareListener(other.parents, taken.parents),
      );
      if (!holder) return [];
      const severity = severityOfTaking(
        owners.after.get(taken.app),
        owners.before.get(holder.app),
        !kept.has(holder.app + holder.key),
      );
      return [
        {
          code: 'host-taken' as const,
          severity,
          message: `The host ${taken.host} of the app ${taken.app} belongs to the app ${holder.app}, whose route names ${holder.host}.`,
          fix: 'Take another host, or let the owner of that app review this change.',
          cluster: taken.cluster,
          app: taken.app,
          ...taken.source,
        },
      ];
    },
  );
}

function hostsOf({ routes }: RepositoryModel): HeldHost[] {
  return routes.flatMap(({ app, cluster, hostnames, parents, ...route }) =>
    hostnames.filter(isLiteral).map(host => ({
      app,
      cluster,
      host,
      parents,
      key: JSON.stringify([cluster, host.toLowerCase()]),
      source: route.source,
      isBackground: route.sharesHost === true && host.startsWith('*'),
    })),
  );
}

/** A route without a section is bound to every listener of its gateway. */
function shareListener(
  some: Route['parents'],
  others: Route['parents'],
): boolean {
  return some.some(one =>
    others.some(
      other =>
        one.name === other.name &&
        one.namespace === other.namespace &&
        (one.section === undefined ||
          other.section === undefined ||
          one.section === other.section),
    ),
  );
}
