import { z } from 'zod';
import type { YamlPath } from '../edit/yaml/YamlValue';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { matchesGlob } from '../read/matchesGlob';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { sharedDocuments } from './sharedDocuments';

/** What a project of Argo CD admits for one app. */
export type ProjectValue =
  | { list: 'sourceRepos'; repository: string }
  | { list: 'destinations'; server: string; namespace: string };

type Options = BlockOptions<'app-project'>;

const projectSchema = z.object({
  spec: z.object({
    sourceRepos: z.array(z.string()).default([]),
    destinations: z
      .array(
        z.object({
          server: z.string().optional(),
          namespace: z.string().default(''),
        }),
      )
      .default([]),
  }),
});

/** Where apps of a project may come from, and where they may go, as lists in the AppProject. */
export const appProject: RetiringBlock<'app-project', ProjectValue> = {
  write(context, options, value) {
    const file = expandNames(options.file, context.names);
    const project = projectIn(context, options);
    if (!project) {
      const reason = `it has no AppProject ${options.project}`;
      return fileFinding(file, { ok: false, reason });
    }
    if (isDenied(context, options, value)) {
      const denied = partsOf(value).join(', namespace ');
      const reason = `its AppProject ${options.project} denies ${denied}`;
      return fileFinding(file, { ok: false, reason });
    }
    const edit = {
      kind: 'insert-item',
      path: pathOf(value),
      value: itemOf(value),
      sorted: true,
    } as const;
    return fileFinding(file, context.tree.editYaml(file, edit, project.index));
  },

  find(context, options) {
    return entriesIn(context, options).map(({ value }) => value);
  },

  retire(context, options, value) {
    const file = expandNames(options.file, context.names);
    const project = projectIn(context, options);
    const entry = entriesIn(context, options).find(other =>
      isSame(other.value, value),
    );
    if (!project || !entry) return [];
    const edit = {
      kind: 'remove-item',
      path: pathOf(value),
      index: entry.index,
    } as const;
    return fileFinding(file, context.tree.editYaml(file, edit, project.index));
  },

  claims: () => [],
};

/** Whether a project admits it already, by an entry of its own or by a pattern, and denies it by none. */
export function isAdmitted(
  context: BlockContext,
  options: Options,
  value: ProjectValue,
): boolean {
  return (
    entriesIn(context, options).some(entry => admits(entry.value, value)) &&
    !isDenied(context, options, value)
  );
}

function isDenied(
  context: BlockContext,
  options: Options,
  value: ProjectValue,
): boolean {
  return entriesIn(context, options).some(entry => denies(entry.value, value));
}

function admits(entry: ProjectValue, value: ProjectValue): boolean {
  return (
    entry.list === value.list &&
    !partsOf(entry).some(isDenial) &&
    mismatches(entry, value).length === 0
  );
}

/** Argo CD lets one part of an entry deny only what its other part matches. */
function denies(entry: ProjectValue, value: ProjectValue): boolean {
  if (entry.list !== value.list) return false;
  const [only, ...others] = mismatches(entry, value);
  return only !== undefined && others.length === 0 && isDenial(only);
}

/** Patterns of an entry that do not let a value of the same list through. */
function mismatches(entry: ProjectValue, value: ProjectValue): string[] {
  const texts = partsOf(value);
  return partsOf(entry).filter((pattern, at) =>
    isDenial(pattern)
      ? matchesGlob(pattern.slice(1), texts[at])
      : !matchesGlob(pattern, texts[at]),
  );
}

function partsOf(value: ProjectValue): string[] {
  return value.list === 'sourceRepos'
    ? [value.repository]
    : [value.server, value.namespace];
}

function isDenial(pattern: string): boolean {
  return pattern.startsWith('!');
}

function projectIn({ tree, names }: BlockContext, options: Options) {
  const file = expandNames(options.file, names);
  const [found] = sharedDocuments(
    { tree },
    file,
    'AppProject',
    options.project,
  );
  return found;
}

/** With their places in the project's lists. A destination that names its cluster instead of its server is none here. */
function entriesIn(
  context: BlockContext,
  options: Options,
): { index: number; value: ProjectValue }[] {
  const { data } = projectSchema.safeParse(
    projectIn(context, options)?.document,
  );
  const { sourceRepos = [], destinations = [] } = data?.spec ?? {};
  return [
    ...sourceRepos.map((repository, index) => ({
      index,
      value: { list: 'sourceRepos' as const, repository },
    })),
    ...destinations.flatMap(({ server, namespace }, index) =>
      server === undefined
        ? []
        : [
            {
              index,
              value: { list: 'destinations' as const, server, namespace },
            },
          ],
    ),
  ];
}

function pathOf({ list }: ProjectValue): YamlPath {
  return ['spec', list];
}

function itemOf(value: ProjectValue) {
  return value.list === 'sourceRepos'
    ? value.repository
    : { server: value.server, namespace: value.namespace };
}

function isSame(one: ProjectValue, other: ProjectValue): boolean {
  return JSON.stringify(itemOf(one)) === JSON.stringify(itemOf(other));
}
