import { isRecord } from '../../isRecord';
import type { Reading } from '../../Reading';
import type { GitGenerator } from '../ApplicationSet';
import { isOwnRepository } from '../isOwnRepository';
import { flattenParams } from './flattenParams';
import type { Element, GeneratorContext } from './GeneratorContext';
import { matchesPattern } from './matchesPattern';
import { pathParams } from './pathParams';
import { withValues } from './withValues';

/** One element per directory, or per mapping in a file, of this repository. */
export function gitElements(
  context: GeneratorContext,
  git: GitGenerator,
): Element[] | undefined {
  const { reading, set } = context;
  if (!isOwnRepository(git.repoURL, reading.profile.repositoryUrls)) {
    reading.report(
      {
        code: 'foreign-source',
        severity: 'info',
        message: `The ApplicationSet ${set.name} generates from ${git.repoURL}, which the portal does not read.`,
      },
      set.source,
    );
    return undefined;
  }
  const elements =
    git.directories.length > 0
      ? directoriesOf(reading, git.directories).map(directory => ({
          params: pathParams(context, directory, {
            prefix: git.pathParamPrefix,
          }),
          directory,
        }))
      : filesOf(reading, git.files).flatMap(file =>
          fileElements(context, git, file),
        );
  return elements.flatMap(({ params, directory }) => {
    const all = withValues(context, params, git.values);
    return all ? [{ params: all, directory }] : [];
  });
}

type Patterns = GitGenerator['directories'];

function directoriesOf(reading: Reading, patterns: Patterns): string[] {
  const found = new Set<string>();
  for (const { path, exclude } of patterns) {
    if (exclude) continue;
    for (const directory of matchingDirectories(reading, path)) {
      found.add(directory);
    }
  }
  const excluded = patterns.filter(({ exclude }) => exclude);
  return [...found]
    .filter(
      directory =>
        !excluded.some(({ path }) => matchesDirectory(path, directory)),
    )
    .sort();
}

/** Directories whose name starts with a dot are never taken. */
function matchingDirectories(reading: Reading, pattern: string): string[] {
  return pattern
    .split('/')
    .reduce(
      (parents, segment) =>
        parents.flatMap(parent =>
          reading.list(parent).filter(child => {
            const name = child.slice(child.lastIndexOf('/') + 1);
            return (
              !name.startsWith('.') &&
              matchesPattern(segment, name) &&
              reading.isDirectory(child)
            );
          }),
        ),
      [''],
    )
    .filter(directory => directory !== '');
}

function matchesDirectory(pattern: string, directory: string): boolean {
  const segments = pattern.split('/');
  const names = directory.split('/');
  return (
    segments.length === names.length &&
    segments.every((segment, index) => matchesPattern(segment, names[index]))
  );
}

/** As Git's pathspecs match: `*` also crosses `/`, and a directory stands for all in it. */
function filesOf(reading: Reading, patterns: Patterns): string[] {
  const matches = ({ path }: Patterns[number], file: string) =>
    file.startsWith(path.endsWith('/') ? path : `${path}/`) ||
    matchesPattern(path, file);
  const included = patterns.filter(({ exclude }) => !exclude);
  const excluded = patterns.filter(({ exclude }) => exclude);
  return reading.paths.filter(
    file =>
      included.some(pattern => matches(pattern, file)) &&
      !excluded.some(pattern => matches(pattern, file)),
  );
}

function fileElements(
  context: GeneratorContext,
  { pathParamPrefix }: GitGenerator,
  file: string,
): Element[] {
  const { documents } = context.reading.readYaml(file, context.set.source);
  const value = documents[0]?.value;
  const directory = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const path = pathParams(context, directory, {
    prefix: pathParamPrefix,
    file,
  });
  const items = Array.isArray(value) ? value : [value ?? {}];
  return items.flatMap((item: unknown) => {
    if (!isRecord(item)) {
      context.reading.report(
        {
          code: 'invalid-manifest',
          severity: 'error',
          message: `${file} is no mapping or list of mappings, as the ApplicationSet ${context.set.name} needs.`,
          fix: 'Write the parameters as a mapping.',
        },
        { file, line: documents[0]?.line ?? 1 },
      );
      return [];
    }
    const params = context.goTemplate ? item : flattenParams(item);
    return [{ params: { ...params, ...path }, directory }];
  });
}
