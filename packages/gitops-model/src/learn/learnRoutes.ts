import { isLiteral } from '../read/inspect/isLiteral';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { AppPlace } from './AppPlace';
import type { Lesson } from './LearnedProfile';
import { mostCommon } from './mostCommon';

/** Where routes are written, and which gateway takes which domain. */
export function learnRoutes(
  { routes }: Pick<RepositoryModel, 'routes'>,
  places: readonly AppPlace[],
): Lesson {
  const place = mostCommon(
    routes.map(({ name, unit, source }) => {
      if (name === undefined) return 'values of a chart';
      const own = places.find(other => other.unit.name === unit);
      return own && source.file.startsWith(`${own.directory}/`)
        ? 'manifest in the directory of the app'
        : 'manifest elsewhere';
    }),
  );
  const pairs = routes.flatMap(({ hostnames, parents }) =>
    hostnames
      .filter(host => isLiteral(host) && !host.startsWith('*'))
      .flatMap(host =>
        parents.map(({ name, namespace, section }) => ({
          domain: host.slice(host.indexOf('.') + 1),
          gateway: {
            name,
            namespace,
            ...(section !== undefined && { sectionName: section }),
          },
        })),
      ),
  );
  const counts = new Map<
    string,
    { value: (typeof pairs)[number]; count: number }
  >();
  for (const value of pairs) {
    const key = JSON.stringify(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const domains = [...counts.values()]
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count);
  return {
    choices: [
      ...(place
        ? [
            {
              key: 'layouts.route',
              value: place.value,
              because: 'Where routes are written.',
              share: place.share,
            },
          ]
        : []),
      ...domains.map(({ value, count }) => ({
        key: 'domains',
        value,
        because: 'Hosts that routes bind to this listener.',
        share: { count, of: pairs.length },
      })),
    ],
    questions:
      domains.length !== 1
        ? [
            {
              key: 'domains',
              question:
                domains.length === 0
                  ? 'Which gateway takes which hosts? Too few routes are deployed to tell.'
                  : 'Who reaches a host on which of these gateways?',
            },
          ]
        : [],
  };
}
