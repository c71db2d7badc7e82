import { posix } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';

const kustomizationSchema = z.looseObject({
  resources: z.array(z.string()).default([]),
  helmCharts: z
    .array(z.looseObject({ releaseName: z.string(), valuesFile: z.string() }))
    .default([]),
});
const chartSchema = z.object({ dependencies: z.array(z.unknown()) });

interface Content {
  resources: string[];
  charts: string[];
}

/**
 * Files of a repository by path, so that kustomize takes in every directory that
 * is deployed. Charts come from a registry, which no test asks: an object of the
 * kind `Chart` stands for each, with the values that it is given.
 *
 * @param plainDirectories - directories that the engine takes as they are
 */
export function deployableTree(
  { files, readText }: RepositorySnapshot,
  plainDirectories: readonly string[],
): Map<string, string> {
  const texts = new Map(
    [...files.keys()].map(path => [path, readText(path) ?? '']),
  );
  const tree = new Map(texts);
  for (const directory of new Set([...texts.keys()].map(posix.dirname))) {
    const content = contentOf(texts, directory, plainDirectories);
    if (!content) continue;
    const { resources, charts, ...others } = content;
    const file = `${directory}/charts.yaml`;
    if (charts.length > 0) tree.set(file, charts.join('---\n'));
    tree.set(
      `${directory}/kustomization.yaml`,
      stringify({
        ...others,
        resources:
          charts.length > 0 ? [...resources, 'charts.yaml'] : resources,
      }),
    );
  }
  return tree;
}

/** What has to be listed in a directory's kustomization; nothing where it is well as it is. */
function contentOf(
  texts: ReadonlyMap<string, string>,
  directory: string,
  plainDirectories: readonly string[],
): Content | undefined {
  const has = (name: string) => texts.has(`${directory}/${name}`);
  const read = (name: string) => parse(texts.get(`${directory}/${name}`) ?? '');
  const below = (prefix: string) =>
    [...texts.keys()]
      .filter(path => path.startsWith(`${directory}/${prefix}`))
      .map(path => path.slice(directory.length + 1));

  if (has('kustomization.yaml')) {
    const { helmCharts, ...content } = kustomizationSchema.parse(
      read('kustomization.yaml'),
    );
    const charts = helmCharts.map(({ releaseName, valuesFile, ...chart }) =>
      standIn(releaseName, { ...chart, values: read(valuesFile) }),
    );
    return charts.length > 0 ? { ...content, charts } : undefined;
  }
  if (has('Chart.yaml') || has('values.yaml')) {
    const chart = has('Chart.yaml')
      ? chartSchema.parse(read('Chart.yaml'))
      : {};
    const values = read('values.yaml');
    return {
      resources: below('templates/'),
      charts: [standIn(posix.basename(directory), { ...chart, values })],
    };
  }
  return plainDirectories.includes(directory)
    ? { resources: below(''), charts: [] }
    : undefined;
}

function standIn(name: string, spec: object): string {
  return stringify(
    { apiVersion: 'test.internal/v1', kind: 'Chart', metadata: { name }, spec },
    { aliasDuplicateObjects: false },
  );
}
