import { z } from 'zod';
import { refusal } from '../checks/refusal';
import { expandNames } from '../profile/expandNames';
import { matchesPattern } from '../read/argocd/generators/matchesPattern';
import type { Block } from './Block';

const applicationSetSchema = z.object({
  kind: z.literal('ApplicationSet'),
  spec: z.object({
    generators: z.array(
      z.object({
        git: z
          .object({
            directories: z
              .array(
                z.object({
                  path: z.string(),
                  exclude: z.boolean().nullish(),
                }),
              )
              .default([]),
          })
          .optional(),
      }),
    ),
  }),
});

/** The app's directory as one that an ApplicationSet takes in by itself. */
export const applicationSetMember: Block<'application-set-member', 'covered'> =
  {
    write({ names }, options) {
      const file = expandNames(options.file, names);
      return [
        refusal('not-wired', {
          message: `No generator of ${file} takes in ${names.directory}, so nothing would be deployed from there.`,
          fix: 'Choose another category, or ask the platform team to add the directory to the ApplicationSet.',
          field: 'category',
          file,
        }),
      ];
    },

    find({ tree, names }, options) {
      return tree
        .readYaml(expandNames(options.file, names))
        .flatMap(
          document =>
            applicationSetSchema.safeParse(document).data?.spec.generators ??
            [],
        )
        .filter(({ git }) => {
          const directories = git?.directories ?? [];
          const matching = directories.filter(({ path }) =>
            matchesDirectory(path, names.directory),
          );
          return (
            matching.length > 0 && !matching.some(({ exclude }) => exclude)
          );
        })
        .map(() => 'covered');
    },

    claims: (_covered, { names }) => [{ kind: 'app', app: names.unit }],
  };

/** A `*` stands for no more than one directory. */
function matchesDirectory(pattern: string, directory: string): boolean {
  const patterns = pattern.replace(/\/$/, '').split('/');
  const segments = directory.split('/');
  return (
    patterns.length === segments.length &&
    segments.every((segment, at) => matchesPattern(patterns[at], segment))
  );
}
