import type { Finding } from '../../finding/Finding';
import type { DeploymentUnit } from '../../read/RepositoryModel';
import type { Change } from './Change';

/** New units that carry the name of an app that another cluster has, from another place. */
export function checkJoinedApps({ fork, base, head }: Change): Finding[] {
  const known = new Set(fork.model.units.map(idOf));
  return head.model.units.flatMap(unit => {
    if (!unit.wired || known.has(idOf(unit))) return [];
    const there = base.model.units.filter(
      ({ app, wired }) => wired && app === unit.app,
    );
    const isElsewhere =
      there.length > 0 &&
      there.every(({ cluster }) => cluster !== unit.cluster);
    const isNear = there.some(({ paths }) =>
      paths.some(path => unit.paths.some(own => areSiblings(own, path))),
    );
    if (!isElsewhere || isNear) return [];
    return [
      {
        code: 'app-name-taken' as const,
        severity: 'warning' as const,
        message: `The unit ${unit.name} becomes part of the app ${unit.app}, which so far is on ${there[0].cluster} and lies in ${there[0].paths.join(', ') || 'no directory'}.`,
        fix: 'Name the app otherwise, unless it is the same one on a second cluster.',
        cluster: unit.cluster,
        app: unit.app,
        ...unit.source,
      },
    ];
  });
}

function idOf({ cluster, objectNamespace, name }: DeploymentUnit): string {
  return JSON.stringify([cluster, objectNamespace, name]);
}

/** The same directory, one within the other, or both right in the same one. */
function areSiblings(one: string, other: string): boolean {
  return (
    parentOf(one) === parentOf(other) ||
    `${one}/`.startsWith(`${other}/`) ||
    `${other}/`.startsWith(`${one}/`)
  );
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
