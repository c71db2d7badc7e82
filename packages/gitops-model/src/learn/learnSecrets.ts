import { isLiteral } from '../read/inspect/isLiteral';
import type { RepositoryModel } from '../read/RepositoryModel';
import { type AppPlace, toPattern } from './AppPlace';
import type { Lesson } from './LearnedProfile';
import { mostCommon } from './mostCommon';

/** The store that most ExternalSecrets read, and how its keys are spelt. */
export function learnSecrets(
  { externalSecrets }: Pick<RepositoryModel, 'externalSecrets'>,
  places: readonly AppPlace[],
): Lesson {
  const store = mostCommon(
    externalSecrets.map(secret => secret.store).filter(isLiteral),
  );
  if (!store) return { choices: [], questions: [] };
  const [kind, name] = store.value.split('/');
  const key = mostCommon(
    externalSecrets
      .filter(secret => secret.store === store.value)
      .flatMap(({ unit, keys }) => {
        const place = places.find(other => other.unit.name === unit);
        return place
          ? keys
              .filter(entry => isLiteral(entry.key))
              .map(entry => keyPattern(entry.key, place))
          : [];
      }),
  );
  return {
    choices: [
      {
        key: 'secrets.store',
        value: { kind, name: name ?? '' },
        because: 'ExternalSecrets that read from it.',
        share: store.share,
      },
      ...(key
        ? [
            {
              key: 'secrets.appKey',
              value: key.value,
              because: 'Keys of that store that are spelt so.',
              share: key.share,
            },
          ]
        : []),
    ],
    questions: [
      {
        key: 'secrets.keyPrefix',
        question:
          'Which keys may a team read, and which mount does the store add itself?',
      },
    ],
  };
}

/** What is left at the end names the secret itself. */
function keyPattern(key: string, place: AppPlace): string {
  const pattern = toPattern(key, place).split('/');
  const last = pattern.at(-1) ?? '';
  if (/^\{/.test(last)) return pattern.join('/');
  const named = last.startsWith(`${place.words.app}-`)
    ? '{app}-{name}'
    : '{name}';
  return [...pattern.slice(0, -1), named].join('/');
}
