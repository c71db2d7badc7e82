import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { DeploymentUnit, RepositoryModel } from '../RepositoryModel';
import type { Files } from './mutateFiles';

/** Objects that other units may look up by name. */
const sharedKinds =
  /Repository$|^Bucket$|^HelmChart$|^ConfigMap$|^Secret$|^ExternalArtifact$/;
const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

const objectSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
});

/** What changes everything a kustomization includes. */
const transforming = z.object({
  components: z.array(z.string()).catch([]),
  configurations: z.array(z.string()).catch([]),
  crds: z.array(z.string()).catch([]),
  generators: z.array(z.string()).catch([]),
  patches: z.array(z.object({ path: z.string() })).catch([]),
  patchesJson6902: z.array(z.object({ path: z.string() })).catch([]),
  patchesStrategicMerge: z.array(z.string()).catch([]),
  replacements: z.array(z.object({ path: z.string() })).catch([]),
  transformers: z.array(z.string()).catch([]),
});

/**
 * Which apps a file may have a say in, told from the texts alone and erring on
 * the side of too many: its units' directories, whatever their texts name by
 * path, what includes the files that declare the units, and what declares
 * objects that their texts name.
 */
export class Influence {
  readonly #files: Files;
  readonly #directories = new Map<string, string[]>();
  readonly #texts = new Map<string, string>();
  readonly #includers = new Map<string, Set<string>>();
  readonly #declared = new Map<string, string[]>();
  readonly #filesOfApp = new Map<string, Set<string>>();
  readonly #words = new Map<string, Set<string>>();

  constructor(files: Files, model: RepositoryModel) {
    this.#files = files;
    for (const [path, bytes] of files) {
      this.#texts.set(path, bytes.toString('utf8'));
      for (const directory of ancestors(path)) {
        const below = this.#directories.get(directory) ?? [];
        this.#directories.set(directory, [...below, path]);
      }
    }
    for (const path of files.keys()) this.#enter(path);
    for (const unit of model.units) {
      const key = `${unit.cluster}/${unit.app}`;
      const found = this.#filesOfApp.get(key) ?? new Set();
      this.#collectUnit(unit, model.units, found);
      this.#filesOfApp.set(key, found);
    }
    for (const items of [
      model.routes,
      model.externalSecrets,
      model.volumeClaims,
    ]) {
      for (const { cluster, app, source } of items) {
        this.#close([source.file], this.#filesOfApp.get(`${cluster}/${app}`));
      }
    }
    for (const [key, found] of this.#filesOfApp) {
      const texts = [...found].map(path => this.#texts.get(path) ?? '');
      this.#words.set(key, new Set(texts.join('\n').match(/[\w.-]+/g)));
    }
  }

  /** Apps, each `cluster/name`, that none of these files has a say in. */
  untouched(changed: readonly string[]): string[] {
    const names = changed.flatMap(path => this.#declared.get(path) ?? []);
    return [...this.#filesOfApp].flatMap(([key, found]) => {
      const isTouched =
        changed.some(path => found.has(path)) ||
        names.some(name => this.#words.get(key)?.has(name));
      return isTouched ? [] : [key];
    });
  }

  #enter(path: string): void {
    if (!/\.ya?ml$|Kustomization$/.test(path)) return;
    for (const document of parse(this.#texts.get(path) ?? '')) {
      const object = objectSchema.safeParse(document);
      if (object.success && sharedKinds.test(object.data.kind)) {
        this.#declared.set(path, [
          ...(this.#declared.get(path) ?? []),
          object.data.metadata.name,
        ]);
      }
    }
    if (!kustomizationName.test(path)) return;
    for (const target of this.#named(path)) {
      const includers = this.#includers.get(target) ?? new Set();
      this.#includers.set(target, includers.add(path));
    }
  }

  #collectUnit(
    unit: DeploymentUnit,
    units: readonly DeploymentUnit[],
    found: Set<string>,
  ): void {
    // A unit's own file names components relative to the directory it deploys.
    const components = unit.paths.flatMap(path =>
      this.#named(unit.source.file, path),
    );
    this.#close([unit.source.file, ...unit.paths, ...components], found);
    this.#collectIncluders(unit.source.file, found, new Set());
    const seen = new Set<DeploymentUnit>([unit]);
    let above = parentOf(unit, units);
    while (above && !seen.has(above)) {
      seen.add(above);
      found.add(above.source.file);
      this.#collectIncluders(above.source.file, found, new Set());
      above = parentOf(above, units);
    }
  }

  /** Kustomizations that include a file, however far above, with what they transform it by. */
  #collectIncluders(file: string, found: Set<string>, seen: Set<string>): void {
    for (const place of [file, ...ancestors(file)]) {
      for (const includer of this.#includers.get(place) ?? []) {
        if (seen.has(includer)) continue;
        seen.add(includer);
        found.add(includer);
        const directory = posix.dirname(includer);
        this.#close(
          transformers(this.#texts.get(includer) ?? '').map(entry =>
            posix.join(directory, entry),
          ),
          found,
        );
        this.#collectIncluders(includer, found, seen);
      }
    }
  }

  /** These files and directories, and all that their texts name, in turn. */
  #close(places: readonly string[], found: Set<string> | undefined): void {
    const open = [...places];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const inside = this.#files.has(place)
        ? [place]
        : (this.#directories.get(place) ?? []);
      for (const path of inside) {
        if (!found || found.has(path)) continue;
        found.add(path);
        open.push(...this.#named(path));
      }
    }
  }

  /** Files and directories that a text names, relative to itself or, with a slash, to the repository. */
  #named(path: string, directory = posix.dirname(path)): string[] {
    const tokens = new Set(
      (this.#texts.get(path) ?? '').match(/[\w.@$~/-]+/g) ?? [],
    );
    return [...tokens].flatMap(token => {
      if (/^[./]*$/.test(token)) return [];
      const candidates = [posix.join(directory, token)];
      if (token.includes('/')) {
        candidates.push(posix.join(token), token.replace(/^\$[^/]*\//, ''));
      }
      return candidates
        .map(candidate => candidate.replace(/\/$/, ''))
        .filter(
          candidate =>
            !path.startsWith(`${candidate}/`) &&
            (this.#files.has(candidate) || this.#directories.has(candidate)),
        );
    });
  }
}

function parentOf(
  unit: DeploymentUnit,
  units: readonly DeploymentUnit[],
): DeploymentUnit | undefined {
  return units.find(
    ({ cluster, name }) => cluster === unit.cluster && name === unit.parent,
  );
}

function ancestors(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function transformers(text: string): string[] {
  return parse(text).flatMap(document => {
    const parsed = transforming.safeParse(document);
    if (!parsed.success) return [];
    return Object.values(parsed.data)
      .flat()
      .map(entry => (typeof entry === 'string' ? entry : entry.path));
  });
}

function parse(text: string): unknown[] {
  try {
    return [...parseAllDocuments(text, { logLevel: 'silent' })].flatMap(
      document =>
        document.errors.length > 0 ? [] : [document.toJS() ?? undefined],
    );
  } catch {
    return [];
  }
}
