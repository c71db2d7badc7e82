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
          server: z.string().default(''),
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
    const edit = {
      kind: 'insert-item',
      path: pathOf(value),
      value: itemOf(value),
      sorted: true,
    } as const;
    return fileFinding(file, context.tree.editYaml(file, edit, project.index));
  },

  find(context, options) {
    return entriesIn(context, options);
  },

  retire(context, options, value) {
    const file = expandNames(options.file, context.names);
    const project = projectIn(context, options);
    const index = entriesIn(context, options)
      .filter(({ list }) => list === value.list)
      .findIndex(entry => isSame(entry, value));
    if (!project || index === -1) return [];
    const edit = { kind: 'remove-item', path: pathOf(value), index } as const;
    return fileFinding(file, context.tree.editYaml(file, edit, project.index));
  },

  claims: () => [],
};

/** Whether a project admits it already, by an entry of its own or by a pattern. */
export function isAdmitted(
  context: BlockContext,
  options: Options,
  value: ProjectValue,
): boolean {
  return entriesIn(context, options).some(entry =>
    entry.list === 'sourceRepos'
      ? value.list === entry.list &&
        matchesGlob(entry.repository, value.repository)
      : value.list === entry.list &&
        matchesGlob(entry.server, value.server) &&
        matchesGlob(entry.namespace, value.namespace),
  );
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

function entriesIn(context: BlockContext, options: Options): ProjectValue[] {
  const { data } = projectSchema.safeParse(
    projectIn(context, options)?.document,
  );
  return [
    ...(data?.spec.sourceRepos ?? []).map(repository => ({
      list: 'sourceRepos' as const,
      repository,
    })),
    ...(data?.spec.destinations ?? []).map(({ server, namespace }) => ({
      list: 'destinations' as const,
      server,
      namespace,
    })),
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
