import type { App, Finding, RepositoryModel } from '@internal/gitops-model';

/** Which apps a place in the repository belongs to. */
class Places {
  readonly #declared = new Map<string, { app: App; line: number }[]>();
  readonly #directories = new Map<string, Set<App>>();

  constructor({ apps, units }: RepositoryModel) {
    const byKey = new Map(apps.map(app => [keyOf(app.cluster, app.name), app]));
    for (const unit of units) {
      const app = byKey.get(keyOf(unit.cluster, unit.app));
      if (!app) continue;
      for (const directory of unit.paths) {
        const deploying = this.#directories.get(directory) ?? new Set();
        this.#directories.set(directory, deploying.add(app));
      }
      // The file of a set declares every unit of it, and is no single app's.
      if (unit.generatedBy !== undefined) continue;
      const { file, line } = unit.source;
      const declared = this.#declared.get(file) ?? [];
      this.#declared.set(file, [...declared, { app, line }]);
    }
  }

  appsOf({ file, line }: Finding): readonly App[] {
    if (file === undefined) return [];
    const declared = this.#declared.get(file);
    if (declared) {
      return [...new Set(nearestAbove(declared, line).map(({ app }) => app))];
    }
    let directory = file;
    while (directory !== '') {
      directory = directory.slice(0, Math.max(0, directory.lastIndexOf('/')));
      const apps = this.#directories.get(directory);
      if (apps) return [...apps];
    }
    return [];
  }
}

/**
 * The apps each finding is about: those the reader named, else those whose
 * deployment unit its file declares, else those that deploy the directory
 * nearest above it. Findings about no app are left out.
 */
export function attributeFindings(
  model: RepositoryModel,
): ReadonlyMap<Finding, readonly App[]> {
  const places = new Places(model);
  const attributed = new Map<Finding, readonly App[]>();
  for (const finding of model.findings) {
    const { app: name, cluster } = finding;
    const apps =
      name === undefined
        ? places.appsOf(finding)
        : model.apps.filter(app => app.name === name);
    const concerned = apps.filter(
      app => cluster === undefined || app.cluster === cluster,
    );
    if (concerned.length > 0) attributed.set(finding, concerned);
  }
  return attributed;
}

/** Of the units that one file declares, those whose document the line lies in. */
function nearestAbove<T extends { line: number }>(
  declared: readonly T[],
  line: number | undefined,
): readonly T[] {
  if (line === undefined) return declared;
  const starts = declared.map(unit => unit.line).filter(at => at <= line);
  if (starts.length === 0) return declared;
  const start = Math.max(...starts);
  return declared.filter(unit => unit.line === start);
}

function keyOf(cluster: string, app: string): string {
  return `${cluster}/${app}`;
}
