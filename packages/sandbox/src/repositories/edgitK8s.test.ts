import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { findKustomize } from './__testUtils__/findKustomize';

const root = join(__dirname, '../../repositories/edgit-k8s');
const paths = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
  .sort();
const manifestPaths = paths.filter(
  path => path.endsWith('.yaml') && !path.includes('/templates/'),
);

const documentSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.unknown(),
});
const objects = manifestPaths.flatMap(path =>
  parseAllDocuments(read(path)).flatMap(document => {
    const parsed = documentSchema.safeParse(document.toJS());
    return parsed.success ? [{ path, ...parsed.data }] : [];
  }),
);
const ofKind = (kind: string) => objects.filter(object => object.kind === kind);

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Every list of host names, also in the values of charts. */
function listHostnames(): string[] {
  return manifestPaths
    .flatMap(path => parseAllDocuments(read(path)))
    .flatMap(document => findHostnames(document.toJS()))
    .sort();
}

function findHostnames(value: unknown): string[] {
  if (typeof value === 'string' && value.includes('hostnames:')) {
    return findHostnames(parseAllDocuments(value).map(one => one.toJS()));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'hostnames' && Array.isArray(child)
      ? child.map(String)
      : findHostnames(child),
  );
}

it('is YAML throughout, outside of chart templates', () => {
  const broken = manifestPaths.filter(path =>
    parseAllDocuments(read(path)).some(document => document.errors.length > 0),
  );
  expect(broken).toEqual([]);
});

it('builds every kustomization with the real kustomize', async () => {
  const kustomize = await findKustomize();
  if (!kustomize) {
    return;
  }
  const folders = paths
    .filter(path => path.endsWith('/kustomization.yaml'))
    .map(path => join(root, path, '..'));
  expect(folders.length).toBeGreaterThan(20);
  for (const folder of folders) {
    expect(await kustomize(folder)).toContain('kind: ');
  }
}, 60_000);

it('serves the 28 hosts that are known, each once, on two domains', () => {
  const ofDomain = (domain: string, names: string) =>
    names.split(' ').map(name => `${name}.${domain}`);
  expect(listHostnames()).toEqual(
    [
      ...ofDomain(
        'exitthecloud.eu',
        'argo vault grafana harbor keycloak homepage supabase longhorn hubble-ui onedev matomo n8n surrealdb qdrant garage opencost ai policy-reporter firecrawl it-tools paperless stirling-pdf devtron honcho rclone mailpit',
      ),
      ...ofDomain('apps.edgeprime.io', 'rustfs hindsight'),
    ].sort(),
  );
});

it('lists every Application file, most of them with an owner', () => {
  const names = ofKind('Application')
    .filter(({ path }) => path.startsWith('k8s/apps/'))
    .map(({ path }) => path.slice('k8s/apps/'.length));
  const { resources } = z
    .looseObject({ resources: z.array(z.string()) })
    .parse(parseAllDocuments(read('k8s/apps/kustomization.yaml'))[0]?.toJS());
  expect(resources).toEqual(names);
  expect(names.length).toBeGreaterThanOrEqual(43);

  const owners = ofKind('Application').flatMap(
    ({ metadata }) => metadata.annotations['portal.internal/owner'] ?? [],
  );
  expect(owners.length / names.length).toBeGreaterThan(0.6);
  expect(owners.length / names.length).toBeLessThan(0.75);
  expect(new Set(owners)).toEqual(
    new Set([
      'group:default/atlas',
      'group:default/borealis',
      'group:default/platform',
    ]),
  );
});

it("keeps the secrets of every app under its owner's prefix", () => {
  const externalSecretSchema = z.looseObject({
    data: z.array(
      z.looseObject({ remoteRef: z.looseObject({ key: z.string() }) }),
    ),
  });
  const ownerOf = (path: string) => {
    const app = path.split('/')[1];
    const application = ofKind('Application').find(
      ({ metadata }) => metadata.name === app,
    );
    return (
      application?.metadata.annotations['portal.internal/owner'] ??
      'group:default/platform'
    ).replace('group:default/', '');
  };
  const foreign = ofKind('ExternalSecret').flatMap(({ path, spec }) =>
    externalSecretSchema
      .parse(spec)
      .data.map(({ remoteRef }) => remoteRef.key)
      .filter(key => !key.startsWith(`${ownerOf(path)}/`)),
  );
  // The platform's PostgreSQL makes the role that n8n of atlas signs in with.
  expect(foreign).toEqual(['atlas/n8n/db', 'atlas/n8n/db']);
});
