import type { Finding } from '../../finding/Finding';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { RepositoryModel, SourceRef } from '../../read/RepositoryModel';
import type { Change } from './Change';
import { type Holding, takenHoldings } from './Holding';

interface RunImage extends Holding {
  /** Directories of the unit that runs it. */
  paths: readonly string[];
}

/** Images that an app newly runs and that may be another one tomorrow. */
export function checkChangedImages({ fork, head, edits }: Change): Finding[] {
  return takenHoldings(imagesOf(fork.model), imagesOf(head.model)).flatMap(
    ({ app, key, paths, source }) => {
      const [, tag] = /^[^@]*?:([^:/@]+)$/.exec(key) ?? [];
      const isFixed =
        key.includes('@sha256:') || (tag !== undefined && tag !== 'latest');
      return isFixed
        ? []
        : [
            {
              code: 'image-untagged' as const,
              severity: 'error' as const,
              message: `The app ${app} runs an image ${tag ? 'of the tag latest, which names another one tomorrow' : 'that has neither tag nor digest'}.`,
              fix: 'Name the version: a tag such as “:1.4.2”, or a digest.',
              app,
              ...(placeOf(key, paths, edits) ?? source),
            },
          ];
    },
  );
}

/** Where a changed file of the unit names the image whole. */
function placeOf(
  image: string,
  paths: readonly string[],
  edits: Change['edits'],
): SourceRef | undefined {
  for (const edit of edits) {
    const isOwn = paths.some(own => edit.path.startsWith(`${own}/`));
    if (edit.kind === 'delete' || !isOwn) continue;
    const index = edit.after
      .split('\n')
      .findIndex(line => line.includes(image));
    if (index >= 0) return { file: edit.path, line: index + 1 };
  }
  return undefined;
}

function imagesOf({ units }: RepositoryModel): RunImage[] {
  return units
    .filter(({ wired }) => wired)
    .flatMap(({ app, images, paths, source }) =>
      images.filter(isLiteral).map(key => ({ app, key, paths, source })),
    );
}
