import type { Finding } from '../../finding/Finding';
import type { RepositoryModel, SourceRef } from '../../read/RepositoryModel';

/** That an app has something no other app may have. */
export interface Holding {
  app: string;
  /** What it has, so that equal texts mean the same thing. */
  key: string;
  source: SourceRef;
}

/** What apps have now and did not have before, each once. */
export function takenHoldings<T extends Holding>(
  before: readonly T[],
  after: readonly T[],
): T[] {
  const known = new Set(before.map(idOf));
  return after.filter(holding => {
    const id = idOf(holding);
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
}

function idOf({ app, key }: Holding): string {
  return JSON.stringify([app, key]);
}

/** Who owns an app, by its name. */
export function ownersOf({
  apps,
}: Pick<RepositoryModel, 'apps'>): ReadonlyMap<string, string | undefined> {
  return new Map(apps.map(({ name, owner }) => [name, owner]));
}

/** How bad it is to take something: what an owner moves between own apps is only worth a look. */
export function severityOfTaking(
  takerOwner: string | undefined,
  holderOwner: string | undefined,
  released: boolean,
): Finding['severity'] {
  const isOwn = takerOwner !== undefined && takerOwner === holderOwner;
  return isOwn && released ? 'warning' : 'error';
}
