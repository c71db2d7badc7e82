import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  edgitNodes,
  monosenseNodes,
  pitowerNodes,
} from '../platforms/machines';
import type { Manifest } from '../kubernetes/KubernetesObject';
import { findResourceType } from '../kubernetes/resourceTypes';
import { readManifests } from '../render/readManifests';
import { renderKustomization } from '../render/renderKustomization';
import type { RepositoryTree } from '../render/RepositoryTree';
import { findKustomize } from './__testUtils__/findKustomize';
import {
  readOwnRepository,
  withoutCharts,
  writeTree,
} from './__testUtils__/readOwnRepository';

jest.setTimeout(120_000);

const dashboards = 'kubernetes/infrastructure/observability/dashboards/app';

describe.each([
  {
    id: 'pitower',
    broken: [],
    /** Scaffolds are no kustomizations yet. */
    isDeployed: (folder: string) => !folder.includes('__templates'),
    atLeast: 35,
  },
  {
    id: 'monosense',
    broken: [dashboards],
    isDeployed: () => true,
    atLeast: 30,
  },
])('the repository $id', ({ id, broken, isDeployed, atLeast }) => {
  const repository = readOwnRepository(id);
  const folders = repository.kustomizations.filter(isDeployed);

  it('is YAML throughout', () => {
    const files = [...repository.tree.files].filter(([path]) =>
      /\.(yaml|patch)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(
      files
        .filter(([, text]) =>
          parseAllDocuments(text).some(({ errors }) => errors.length > 0),
        )
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('is built by the sandbox as by the real kustomize, but for what is broken on purpose', async () => {
    const kustomize = await findKustomize();
    if (!kustomize) {
      return;
    }
    expect(folders.length).toBeGreaterThan(atLeast);
    const tree = withoutCharts(repository.tree);
    const copy = writeTree(tree);
    const real: Record<string, string[] | 'failed'> = {};
    for (const folder of folders) {
      real[folder] = await kustomize(join(copy.folder, folder)).then(
        text => listNames(readManifests(folder, text)),
        () => 'failed',
      );
    }
    copy.remove();
    expect(
      Object.fromEntries(folders.map(folder => [folder, build(tree, folder)])),
    ).toEqual(real);
    expect(folders.filter(folder => real[folder] === 'failed')).toEqual(broken);
  });

  it('names in its README files that are there', () => {
    const rows = [
      ...repository.read('README.md').matchAll(/^\| `([^`]+)`\s+\|/gm),
    ].map(([, path = '']) => path);
    expect(rows.length).toBeGreaterThan(4);
    expect(
      rows.filter(
        path =>
          ![...repository.tree.files.keys()].some(
            file => file.endsWith(path) || file.includes(`/${path}`),
          ),
      ),
    ).toEqual([]);
  });
});

describe('the machines that the clusters have', () => {
  it('are those that pitower describes by host name', () => {
    const { tree } = readOwnRepository('pitower');
    const prefix = 'pitower/talos/patches/nodes/';
    const hosts = [...tree.files.keys()]
      .filter(path => path.startsWith(prefix))
      .map(path => path.slice(prefix.length, -'.patch'.length));
    expect(pitowerNodes.map(({ name }) => name).sort()).toEqual(hosts);
    const architectures = pitowerNodes.map(({ arch }) => arch);
    expect(architectures.filter(arch => arch === 'arm64')).toHaveLength(5);
    expect(architectures.filter(arch => arch === 'amd64')).toHaveLength(5);
  });

  it.each([
    ['infra', 11],
    ['apps', 14],
  ])('are those that monosense describes by address: %s', (cluster, first) => {
    const repository = readOwnRepository('monosense');
    const nodes = monosenseNodes(cluster, first);
    const described = nodes.map(({ address }) =>
      repository.read(`talos/${cluster}/${address}.yaml`),
    );
    expect(nodes).toHaveLength(3);
    nodes.forEach(({ name }, index) =>
      expect(described[index]).toContain(`hostname: ${name}\n`),
    );
    expect(edgitNodes.map(({ name }) => name)).not.toContain(nodes[0]?.name);
  });
});

/** The real kustomize gives objects of the whole cluster a namespace, which the API server ignores. */
function listNames(manifests: Manifest[]): string[] {
  return manifests
    .map(manifest => {
      const { kind, metadata } = manifest;
      const isNamespaced = findResourceType(manifest)?.namespaced;
      return `${kind} ${isNamespaced ? metadata.namespace : ''}/${metadata.name}`;
    })
    .sort();
}

function build(tree: RepositoryTree, folder: string): string[] | 'failed' {
  try {
    return listNames(renderKustomization(tree, folder));
  } catch {
    return 'failed';
  }
}
