import { z } from 'zod';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';

export type ClusterSetting = { name: string; value: string };

const settingsSchema = z.object({ data: z.record(z.string(), z.string()) });

/** A key of a cluster that stands for a variable of the app's manifests. */
export const clusterSettings: RetiringBlock<
  'cluster-settings',
  ClusterSetting
> = {
  write({ tree, names }, options, { name, value }) {
    const file = expandNames(options.file, names);
    const edit = {
      kind: 'insert-entry',
      path: ['data'],
      key: name,
      value,
    } as const;
    return fileFinding(file, tree.editYaml(file, edit));
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap(document =>
        Object.entries(settingsSchema.safeParse(document).data?.data ?? {}),
      )
      .map(([name, value]) => ({ name, value }));
  },

  retire({ tree, names }, options, { name }) {
    const file = expandNames(options.file, names);
    const edit = { kind: 'remove-entry', path: ['data'], key: name } as const;
    return fileFinding(file, tree.editYaml(file, edit));
  },

  claims: () => [],
};

/** What the names of an app's own variables begin with. */
export function variablePrefix(app: string): string {
  return `${app.toUpperCase().replaceAll('-', '_')}_`;
}

/** Name of the variable that holds a host of the app. */
export function hostVariable(app: string, host: string): string {
  const label = host.split('.', 1)[0].toUpperCase().replaceAll('-', '_');
  const prefix = variablePrefix(app);
  return `${label}_` === prefix ? `${prefix}HOST` : `${prefix}${label}_HOST`;
}

/** Whether the layout's manifests hold variables in the place of hosts. */
export function usesVariables({ profile, layout }: BlockContext): boolean {
  return blockOptions(profile, layout, 'cluster-settings').length > 0;
}

/** Where the value of a text stands that is one variable; nowhere for any other. */
export function settingPlaces(
  context: BlockContext,
  text: string,
): { file: string; index: number; path: string[]; value: string }[] {
  const name = variableIn(text);
  const { tree, profile, layout, names } = context;
  if (name === undefined) return [];
  return blockOptions(profile, layout, 'cluster-settings').flatMap(options => {
    const file = expandNames(options.file, names);
    return tree.readYaml(file).flatMap((document, index) => {
      const { data } = settingsSchema.safeParse(document);
      return data && Object.hasOwn(data.data, name)
        ? [{ file, index, path: ['data', name], value: data.data[name] }]
        : [];
    });
  });
}

/** A text of a manifest as the app's cluster gets it, where it is one variable. */
export function withoutVariable(context: BlockContext, text: string): string {
  return settingPlaces(context, text)[0]?.value ?? text;
}

function variableIn(text: string): string | undefined {
  return /^\$\{([A-Za-z0-9_]+)\}$/.exec(text)?.[1];
}
