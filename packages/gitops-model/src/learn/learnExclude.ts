import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Choice } from './LearnedProfile';

const scaffold = /^(_*templates?|_*examples?|boilerplate|scaffolds?)$/;
const archive = /^\.archived?$/;

/**
 * Directories that nothing deploys and whose names say so: scaffolds, archives,
 * and what installs machines as far as it declares things for a cluster.
 */
export function learnExclude(
  snapshot: RepositorySnapshot,
  { units, findings }: Pick<RepositoryModel, 'units' | 'findings'>,
): Choice[] {
  const deployed = units.flatMap(({ wired, paths, source }) =>
    wired ? [source.file, ...paths] : [],
  );
  const isDeployed = (directory: string) =>
    deployed.some(path => `${path}/`.startsWith(`${directory}/`));
  const files = [...snapshot.files.keys()].filter(path =>
    /\.ya?ml$/.test(path),
  );
  // One inside an app's own directory is that app's affair.
  const isInApp = (directory: string) =>
    units.some(({ orchestrator, paths }) =>
      paths.some(
        path =>
          !orchestrator && path !== '' && directory.startsWith(`${path}/`),
      ),
    );
  const scaffolds = topmost(files, scaffold).filter(
    directory =>
      !isDeployed(directory) &&
      !isInApp(directory) &&
      !snapshot.files.has(
        `${directory.slice(0, directory.lastIndexOf('/') + 1)}Chart.yaml`,
      ),
  );
  const archives = new Set(
    topmost(files, archive).map(path => path.slice(path.lastIndexOf('/') + 1)),
  );
  const machines = topmost(files, /^talos$/).filter(
    directory =>
      !isDeployed(directory) &&
      findings.some(
        ({ code, file }) =>
          code === 'not-wired' && file?.startsWith(`${directory}/`),
      ),
  );
  const globs = [
    ...[...archives].map(name => `**/${name}/**`),
    ...[...scaffolds, ...machines].sort().map(directory => `${directory}/**`),
  ];
  return globs.length === 0
    ? []
    : [
        {
          key: 'exclude',
          value: globs,
          because:
            'Named as scaffolds, archives or machines, and deployed by nothing.',
        },
      ];
}

/** The outermost directories of a name. */
function topmost(files: readonly string[], name: RegExp): string[] {
  const found = new Set<string>();
  for (const file of files) {
    const segments = file.split('/').slice(0, -1);
    const index = segments.findIndex(segment => name.test(segment));
    if (index >= 0) found.add(segments.slice(0, index + 1).join('/'));
  }
  return [...found];
}
