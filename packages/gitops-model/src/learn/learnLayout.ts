import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { type AppPlace, toPattern } from './AppPlace';
import type { Choice } from './LearnedProfile';
import { mostCommon } from './mostCommon';

/** Where apps lie, how the engine comes to know them, and which namespace they get. */
export function learnLayout(
  snapshot: RepositorySnapshot,
  places: readonly AppPlace[],
): Choice[] {
  const directory = mostCommon(
    places.map(place => toPattern(place.directory, place)),
  );
  const registration = mostCommon(
    places.map(place => registrationOf(place, snapshot)),
  );
  const namespace = mostCommon(places.map(namespaceOf));
  const categories = [
    ...new Set(places.flatMap(({ words }) => words.category ?? [])),
  ].sort();
  return [
    ...(directory
      ? [
          {
            key: 'layouts.appDirectory',
            value: directory.value,
            because: 'Directories that units deploy.',
            share: directory.share,
          },
        ]
      : []),
    ...(registration
      ? [
          {
            key: 'layouts.registration',
            value: registration.value,
            because: 'How the engine comes to know a unit.',
            share: registration.share,
          },
        ]
      : []),
    ...(namespace
      ? [
          {
            key: 'layouts.namespace',
            value: namespace.value,
            because: 'Namespaces that units deploy into.',
            share: namespace.share,
          },
        ]
      : []),
    ...(categories.length > 0
      ? [
          {
            key: 'categories',
            value: categories,
            because: 'Values of the label of categories.',
          },
        ]
      : []),
    ...learnFiles(snapshot, places, directory?.value),
  ];
}

function registrationOf(place: AppPlace, snapshot: RepositorySnapshot): string {
  const { unit } = place;
  if (unit.generatedBy !== undefined) return 'member of an ApplicationSet';
  const { file } = unit.source;
  const directory = file.slice(0, file.lastIndexOf('/'));
  const list = snapshot.readText(`${directory}/kustomization.yaml`);
  const own = toPattern(file, place);
  return list?.includes(file.slice(directory.length + 1))
    ? `${own}, listed beside it`
    : own;
}

function namespaceOf({ words }: AppPlace): string {
  const { app, category, namespace } = words;
  if (namespace === app) return '{app}';
  return namespace === category && category !== undefined
    ? '{category}'
    : (namespace ?? 'none');
}

/** Names of files that most of the directories of the pattern hold. */
function learnFiles(
  snapshot: RepositorySnapshot,
  places: readonly AppPlace[],
  pattern: string | undefined,
): Choice[] {
  const siblings = places.filter(
    place => toPattern(place.directory, place) === pattern,
  );
  const counts = new Map<string, number>();
  const directories = new Set(siblings.map(({ directory }) => directory));
  for (const path of snapshot.files.keys()) {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (!directories.has(directory)) continue;
    const name = path.slice(directory.length + 1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 8)
    .map(([name, count]) => ({
      key: 'layouts.files',
      value: `{directory}/${name}`,
      because: 'Directories of apps that hold such a file.',
      share: { count, of: directories.size },
    }));
}
