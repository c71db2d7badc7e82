import type { Finding } from '../../finding/Finding';
import type { RepositoryModel } from '../../read/RepositoryModel';
import type { Change } from './Change';
import { type Holding, ownersOf, takenHoldings } from './Holding';

interface HeldDirectory extends Holding {
  directory: string;
  cluster: string;
}

/** Directories that a unit newly deploys, and that lie in or around the one of another owner's app alone. */
export function checkTakenDirectories({ fork, base, head }: Change): Finding[] {
  const held = directoriesOf(base.model);
  const owners = { before: ownersOf(base.model), after: ownersOf(head.model) };
  return takenHoldings(
    directoriesOf(fork.model),
    directoriesOf(head.model),
  ).flatMap(({ app, cluster, directory, source }) => {
    const others = held.filter(other => overlap(other.directory, directory));
    const [holder, ...more] = new Set(others.map(other => other.app));
    const owner = owners.after.get(app);
    const isForeign =
      holder !== undefined &&
      holder !== app &&
      more.length === 0 &&
      (owner === undefined || owners.before.get(holder) !== owner);
    if (!isForeign) return [];
    return [
      {
        code: 'directory-foreign' as const,
        severity: 'error' as const,
        message: `The app ${app} deploys ${directory}, which is the app ${holder}’s.`,
        fix: 'Give the app a directory of its own, or let the owner of the other one review this change.',
        cluster,
        app,
        ...source,
      },
    ];
  });
}

function overlap(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

function directoriesOf({ units }: RepositoryModel): HeldDirectory[] {
  return units
    .filter(({ wired, orchestrator }) => wired && !orchestrator)
    .flatMap(({ app, cluster, paths, source }) =>
      paths
        .filter(path => path !== '' && path !== '.')
        .map(directory => ({
          app,
          cluster,
          directory,
          key: directory,
          source,
        })),
    );
}
