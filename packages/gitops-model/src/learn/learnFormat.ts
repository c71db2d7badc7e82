import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { AppPlace } from './AppPlace';
import type { Choice } from './LearnedProfile';

/** How files of apps look; new ones follow what their siblings do. */
export function learnFormat(
  snapshot: RepositorySnapshot,
  places: readonly AppPlace[],
): Choice[] {
  const directories = new Set(places.map(({ directory }) => directory));
  const texts = [...snapshot.files.keys()].flatMap(path => {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const text =
      directories.has(directory) && /\.ya?ml$/.test(path)
        ? snapshot.readText(path)
        : undefined;
    return text ? [text] : [];
  });
  const lists = texts.filter(text => /^( *)[\w-]+:\n\1 *- /m.test(text));
  const habit = (
    key: string,
    because: string,
    of: readonly string[],
    shows: RegExp,
  ): Choice[] => {
    const count = of.filter(text => shows.test(text)).length;
    return of.length === 0
      ? []
      : [
          {
            key,
            value: count * 2 > of.length,
            because,
            share: { count, of: of.length },
          },
        ];
  };
  return [
    ...habit(
      'format.documentStart',
      'Files that start with ---.',
      texts,
      /^(#[^\n]*\n)*---/,
    ),
    ...habit(
      'format.schemaComment',
      'Files that name their schema in a comment.',
      texts,
      /^# yaml-language-server: \$schema=/m,
    ),
    ...habit(
      'format.indentedLists',
      'Files whose lists are indented.',
      lists,
      /^( *)[\w-]+:\n\1 +- /m,
    ),
    ...habit(
      'format.finalNewline',
      'Files that end with a line break.',
      texts,
      /\n$/,
    ),
  ];
}
