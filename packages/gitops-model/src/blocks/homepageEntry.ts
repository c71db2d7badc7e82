import { parse } from 'yaml';
import { z } from 'zod';
import { editBlockText } from '../edit/yaml/editBlockText';
import { editYaml } from '../edit/yaml/editYaml';
import { valueAt } from '../edit/yaml/setValue';
import type { YamlEdit } from '../edit/yaml/YamlEdit';
import type { Finding } from '../finding/Finding';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import type { FollowingBlock } from './FollowingBlock';
import { urlsTo } from './urlsTo';

export type HomepageValue = {
  title: string;
  /** Heading it stands under. */
  group: string;
  href: string;
  icon?: string;
  description?: string;
};

const configMapSchema = z.object({
  kind: z.literal('ConfigMap'),
  data: z.record(z.string(), z.string()),
});
const entrySchema = z.object({
  href: z.string(),
  icon: z.string().optional(),
  description: z.string().optional(),
});
const groupsSchema = z.array(
  z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
);

type Name = 'homepage-entry';
type Options = BlockOptions<Name>;

/** A link on Homepage, in the list of its services: a text that a ConfigMap holds, or part of a file. */
export const homepageEntry: RetiringBlock<Name, HomepageValue> &
  FollowingBlock<Name, HomepageValue> = {
  write(context, options, { group, title, href, icon, description }) {
    const value = {
      [title]: {
        ...(icon === undefined ? {} : { icon }),
        href,
        ...(description === undefined ? {} : { description }),
      },
    };
    const found = placesOf(context, options).find(
      place => place.group === group,
    );
    return editServices(
      context,
      options,
      found
        ? { kind: 'insert-item', path: [found.groupAt, group], value }
        : { kind: 'insert-item', path: [], value: { [group]: [value] } },
    );
  },

  find(context, options) {
    return placesOf(context, options).flatMap(({ value }) => value ?? []);
  },

  retire(context, options, { group, title, href }) {
    const places = placesOf(context, options);
    const found = places.find(
      ({ value }) =>
        value?.group === group && value.title === title && value.href === href,
    );
    if (!found) return [];
    const { groupAt, entryAt } = found;
    const isAlone = !places.some(
      other => other !== found && other.groupAt === groupAt,
    );
    return editServices(
      context,
      options,
      isAlone
        ? { kind: 'remove-item', path: [], index: groupAt }
        : { kind: 'remove-item', path: [groupAt, group], index: entryAt },
    );
  },

  filesNaming(context, options, host) {
    return urlsTo(servicesIn(context, options), [], { host, newHost: '' })
      .length > 0
      ? [expandNames(options.file, context.names)]
      : [];
  },

  follow(context, options, hosts) {
    return urlsTo(servicesIn(context, options), [], hosts).flatMap(
      ({ path, url }) =>
        editServices(context, options, {
          kind: 'replace-scalar',
          path,
          value: url,
        }),
    );
  },

  claims: () => [],
};

interface Place {
  group: string;
  groupAt: number;
  entryAt: number;
  /** Absent where the entry is no plain link. */
  value?: HomepageValue;
}

function placesOf(context: BlockContext, options: Options): Place[] {
  const { data: groups = [] } = groupsSchema.safeParse(
    servicesIn(context, options),
  );
  return groups.flatMap((item, groupAt) =>
    Object.entries(item).flatMap(([group, entries]) =>
      entries.flatMap((entry, entryAt) =>
        Object.entries(entry).map(([title, settings]): Place => {
          const { data: link } = entrySchema.safeParse(settings);
          const place = { group, groupAt, entryAt };
          return link ? { ...place, value: { title, group, ...link } } : place;
        }),
      ),
    ),
  );
}

/** The list of services as data, whatever it holds. */
function servicesIn({ tree, names }: BlockContext, options: Options): unknown {
  const [document] = tree.readYaml(expandNames(options.file, names));
  return options.key === undefined
    ? valueAt(document, options.at)
    : listIn(document, options.key);
}

function listIn(document: unknown, key: string): unknown {
  const { data } = configMapSchema.safeParse(document);
  try {
    return parse(data?.data[key] ?? '', { maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function editServices(
  { tree, names }: BlockContext,
  options: Options,
  edit: YamlEdit,
): Finding[] {
  const file = expandNames(options.file, names);
  if (options.key === undefined) {
    const path = [...options.at, ...edit.path];
    return fileFinding(file, tree.editYaml(file, { ...edit, path }));
  }
  const outcome = editBlockText(
    tree.readText(file) ?? '',
    ['data', options.key],
    text => editYaml(text, edit),
  );
  if (outcome.ok) tree.writeText(file, outcome.text);
  return fileFinding(file, outcome);
}
