import type { Finding } from '../../finding/Finding';
import type { RepositoryModel } from '../../read/RepositoryModel';
import type { Change } from './Change';
import { type Holding, ownersOf, takenHoldings } from './Holding';

interface HeldNamespace extends Holding {
  namespace: string;
  cluster: string;
}

/**
 * Namespaces that an app newly puts something into, and in which no app of its
 * owner has been: whoever is in a namespace can read all its secrets.
 */
export function checkTakenNamespaces({ fork, base, head }: Change): Finding[] {
  const held = namespacesOf(base.model);
  const owners = { before: ownersOf(base.model), after: ownersOf(head.model) };
  return takenHoldings(
    namespacesOf(fork.model),
    namespacesOf(head.model),
  ).flatMap(({ app, key, namespace, cluster, source }) => {
    const others = held.filter(other => other.key === key && other.app !== app);
    const owner = owners.after.get(app);
    const isShared = others.some(
      other => owner !== undefined && owners.before.get(other.app) === owner,
    );
    if (others.length === 0 || isShared) return [];
    return [
      {
        code: 'namespace-taken' as const,
        severity: 'error' as const,
        message: `The app ${app} reaches into the namespace ${namespace}, in which the app ${others[0].app} lives.`,
        fix: 'Use the namespace of the app, or let the owner of the other one review this change.',
        cluster,
        app,
        ...source,
      },
    ];
  });
}

/** Where apps deploy to, and where single objects of theirs lie; routes that another unit deploys for an app are that unit's to place. */
function namespacesOf(model: RepositoryModel): HeldNamespace[] {
  const appOf = new Map(
    model.units.map(({ cluster, name, app }) => [`${cluster}/${name}`, app]),
  );
  const named = [
    ...model.units.filter(({ wired, orchestrator }) => wired && !orchestrator),
    ...model.routes.filter(
      ({ cluster, unit, app }) => appOf.get(`${cluster}/${unit}`) === app,
    ),
    ...model.externalSecrets,
    ...model.volumeClaims,
    ...model.databases,
  ];
  return named.flatMap(({ app, cluster, namespace, source }) =>
    namespace === undefined
      ? []
      : [
          {
            app,
            cluster,
            namespace,
            key: JSON.stringify([cluster, namespace]),
            source,
          },
        ],
  );
}
