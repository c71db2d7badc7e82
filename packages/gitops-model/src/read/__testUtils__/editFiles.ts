import { parse, stringify } from 'yaml';
import { isRecord } from '../isRecord';
import type { Files } from './mutateFiles';

const edits = [
  'change a value',
  'copy a value',
  'drop a list entry',
  'reorder a list',
  'copy a unit',
  'move a file',
  'delete a directory',
  'change settings',
  'move lines',
] as const;

/** A repository after a commit of somebody who knows it, the same one for the same seed. */
export function editFiles(files: Files, seed: number): Files {
  const edit = edits[seed % edits.length];
  const choose = <T>(items: readonly T[], salt: number): T =>
    items[Math.floor(seed / edits.length + salt * 7919) % items.length];
  const paths = [...files.keys()].filter(path => /\.ya?ml$/.test(path));
  const path = choose(paths, 0);
  if (path === undefined) return files;
  const rewritten = (
    file: string,
    change: (value: Record<string, unknown>) => unknown,
  ): Files => {
    const value = parsed(files, file);
    if (!isRecord(value)) return files;
    return new Map([
      ...files,
      [
        file,
        Buffer.from(stringify(change(value), { aliasDuplicateObjects: false })),
      ],
    ]);
  };
  const valuesIn = (file: string) =>
    textOf(files, file).match(/: [\w./-]+$/gm) ?? [];
  const withValue = (file: string, value: string): Files => {
    const values = valuesIn(file);
    const at = seed % Math.max(values.length, 1);
    let index = 0;
    const text = textOf(files, file).replace(/: [\w./-]+$/gm, found =>
      index++ === at ? value : found,
    );
    return new Map([...files, [file, Buffer.from(text)]]);
  };
  switch (edit) {
    case 'change a value':
      return withValue(path, `: edited-${seed % 7}`);
    case 'copy a value':
      return withValue(path, choose(valuesIn(choose(paths, 1)), 5) ?? ': copy');
    case 'drop a list entry':
    case 'reorder a list': {
      const lists = paths.filter(file => /kustomization\.ya?ml$/.test(file));
      const list = choose(lists, 2) ?? path;
      return rewritten(list, ({ resources, ...rest }) => {
        if (!Array.isArray(resources)) return { ...rest, resources };
        const changed =
          edit === 'reorder a list'
            ? [...resources].reverse()
            : resources.filter((_, index) => index !== seed % resources.length);
        return { ...rest, resources: changed };
      });
    }
    case 'copy a unit': {
      const directory = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
      const copies = [...files].filter(([file]) =>
        file.startsWith(`${directory}/`),
      );
      return new Map([
        ...files,
        ...copies.map(([file, bytes]): [string, Buffer] => [
          `${directory}-copy${file.slice(directory.length)}`,
          bytes,
        ]),
      ]);
    }
    case 'move a file': {
      const bytes = files.get(path);
      const rest = new Map(files);
      rest.delete(path);
      const target = choose(paths, 3).replace(
        /[^/]*$/,
        `moved-${seed % 5}.yaml`,
      );
      return bytes ? rest.set(target, bytes) : files;
    }
    case 'delete a directory': {
      const directory = path.slice(0, path.lastIndexOf('/') + 1);
      return directory === ''
        ? files
        : new Map([...files].filter(([file]) => !file.startsWith(directory)));
    }
    case 'change settings': {
      const settings = paths.filter(file =>
        /kind: ConfigMap/.test(textOf(files, file)),
      );
      const file = choose(settings, 4) ?? path;
      return rewritten(file, ({ data, ...rest }) => {
        const entries = Object.entries(isRecord(data) ? data : {});
        const at = seed % Math.max(entries.length, 1);
        return {
          ...rest,
          data: Object.fromEntries(
            entries.map(([key, value], index) => [
              index === at && seed % 2 === 0 ? `${key}_OTHER` : key,
              index === at ? `other-${seed % 3}.example.org` : value,
            ]),
          ),
        };
      });
    }
    default:
      return new Map([
        ...files,
        [path, Buffer.from(`# a comment\n${textOf(files, path)}`)],
      ]);
  }
}

function textOf(files: Files, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

function parsed(files: Files, path: string): unknown {
  try {
    return parse(textOf(files, path));
  } catch {
    return undefined;
  }
}
