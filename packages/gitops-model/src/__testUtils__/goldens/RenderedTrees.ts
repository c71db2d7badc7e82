import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { changedFields } from '../../objects/changedFields';
import { buildAll, writeFiles } from '../kustomizeBuild';

type Tree = ReadonlyMap<string, string>;
type Objects = ReadonlyMap<string, unknown>;

const listSchema = z.object({
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
});
const objectSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

/** What kustomize makes of trees; each directory is built once while its files are the same. */
export class RenderedTrees {
  readonly #built = new Map<string, Objects>();

  /** Has every kustomization built: those of their own, and others as a part of them. */
  async add(trees: readonly Tree[]): Promise<void> {
    const missing = new Map<string, Record<string, string>>();
    for (const files of trees.flatMap(tree => [...roots(tree).values()])) {
      const key = keyOf(files);
      if (!this.#built.has(key)) missing.set(key, files);
    }
    const directories = [...missing.values()].map(writeFiles);
    try {
      const outputs = await buildAll(
        directories.map(directory => join(directory, 'root')),
      );
      [...missing].forEach(([key, files], index) => {
        const output = outputs[index];
        if (output === undefined) {
          throw new Error(
            `kustomize refuses:\n${JSON.stringify(files, null, 2)}`,
          );
        }
        this.#built.set(key, objectsOf(output));
      });
    } finally {
      for (const directory of directories)
        rmSync(directory, { recursive: true });
    }
  }

  /** What is added, changed and removed, by the directory that is built. */
  difference(before: Tree, after: Tree): Record<string, string[]> {
    const one = roots(before);
    const other = roots(after);
    return Object.fromEntries(
      [...new Set([...one.keys(), ...other.keys()])].sort().flatMap(path => {
        const lines = differences(
          this.#objectsOf(one.get(path)),
          this.#objectsOf(other.get(path)),
        );
        return lines.length > 0 ? [[path, lines]] : [];
      }),
    );
  }

  #objectsOf(files: Record<string, string> | undefined): Objects {
    if (!files) return new Map();
    const objects = this.#built.get(keyOf(files));
    if (!objects) throw new Error('This tree has not been built.');
    return objects;
  }
}

/** Files of each kustomization that no other one lists, with those that it lists. */
function roots(tree: Tree): Map<string, Record<string, string>> {
  const listed = new Map(
    [...tree].flatMap(([path, text]) =>
      posix.basename(path) === 'kustomization.yaml'
        ? [[posix.dirname(path), listedDirectories(tree, path, text)]]
        : [],
    ),
  );
  const inner = new Set([...listed.values()].flat());
  return new Map(
    [...listed.keys()]
      .filter(directory => !inner.has(directory))
      .map(directory => [directory, filesOf(tree, directory, listed)]),
  );
}

function listedDirectories(tree: Tree, path: string, text: string): string[] {
  const { resources, components } = listSchema.parse(parse(text));
  return [...resources, ...components]
    .map(entry => posix.join(posix.dirname(path), entry).replace(/\/$/, ''))
    .filter(entry => tree.has(`${entry}/kustomization.yaml`));
}

/** By path from the directory, which is called `root`; nothing else is there to be read. */
function filesOf(
  tree: Tree,
  directory: string,
  listed: ReadonlyMap<string, string[]>,
): Record<string, string> {
  const part = new Set([directory]);
  for (const each of part) listed.get(each)?.forEach(inner => part.add(inner));
  const belongs = (path: string) => {
    let at = posix.dirname(path);
    while (!listed.has(at) && at !== '.') at = posix.dirname(at);
    return part.has(at);
  };
  return Object.fromEntries(
    [...tree]
      .filter(([path]) => belongs(path))
      .map(([path, text]) => [
        posix.join('root', posix.relative(directory, path)),
        text,
      ]),
  );
}

function keyOf(files: Record<string, string>): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}

function objectsOf(output: string): Objects {
  const documents = parseAllDocuments(output, { uniqueKeys: false });
  return new Map(
    ('empty' in documents ? [] : documents).map(document => {
      const object = objectSchema.parse(document.toJS());
      const { name, namespace } = object.metadata;
      const place = namespace === undefined ? name : `${namespace}/${name}`;
      return [`${object.kind} ${place}`, object];
    }),
  );
}

function differences(before: Objects, after: Objects): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap(key => {
      if (!before.has(key)) return [`added: ${key}`];
      if (!after.has(key)) return [`removed: ${key}`];
      return changedFields(before.get(key), after.get(key)).map(
        field => `changed: ${key} ${field}`,
      );
    });
}
