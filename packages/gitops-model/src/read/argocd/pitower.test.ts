import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseProfile } from '../../profile/parseProfile';
import { createSnapshot } from '../../snapshot/createSnapshot';
import { matchesGlob } from '../matchesGlob';
import type { Profile } from '../../profile/Profile';
import { readRepository } from '../readRepository';
import type { RepositoryModel } from '../RepositoryModel';

const checkout = resolve(__dirname, '../../../../..');
const corpus = resolve(checkout, '../shared/corpus/pitower');

const named = z.object({ name: z.string(), namespace: z.string() });
const found = named.extend({ unit: z.string() });
const groundTruth = z.object({
  repo: z.string(),
  commit: z.string(),
  effective: z.object({
    apps: z.array(
      named.extend({
        path: z.string(),
        role: z.string(),
        project: z.string(),
        parent: z.string().nullable(),
        generatedBy: z.string().nullable(),
        syncWave: z.number().nullable(),
        labels: z.record(z.string(), z.string()),
        charts: z.array(
          z.object({
            repo: z.string(),
            chart: z.string(),
            version: z.string(),
          }),
        ),
        pvcs: z.array(named.extend({ storageClass: z.string() })),
      }),
    ),
    httpRoutes: z.array(
      z.object({
        name: z.string().nullable(),
        namespace: z.string(),
        kind: z.string(),
        unit: z.string(),
        source: z.string(),
        hostnames: z.array(z.string()),
        parents: z.array(named.extend({ section: z.string().nullish() })),
      }),
    ),
    hostnames: z.array(z.string()),
    externalSecrets: z.array(
      found.extend({
        store: z.string(),
        target: z.string(),
        remoteKeys: z.array(z.string()),
      }),
    ),
    namespaces: z.array(z.string()),
    gateways: z.array(
      found.extend({
        listeners: z.array(
          z.object({
            name: z.string(),
            protocol: z.string(),
            port: z.number(),
            hostname: z.string().optional(),
          }),
        ),
      }),
    ),
    secretStores: z.array(found.extend({ provider: z.array(z.string()) })),
    cnpg: z.object({
      clusters: z.array(
        found.extend({ instances: z.number(), storageClass: z.string() }),
      ),
    }),
    buildFailed: z.array(z.unknown()),
  }),
  findings: z.object({
    declaredButNotReached: z.record(
      z.string(),
      z.array(z.object({ name: z.string(), path: z.string() })),
    ),
  }),
});

const compare = existsSync(corpus) ? describe : describe.skip;

compare('a repository of ApplicationSets over app directories', () => {
  let truth: z.output<typeof groundTruth>;
  let effective: (typeof truth)['effective'];
  let files: (readonly [string, Buffer])[];
  let model: RepositoryModel;
  let profile: Profile;

  beforeAll(() => {
    truth = groundTruth.parse(
      JSON.parse(readFileSync(join(corpus, 'groundtruth.json'), 'utf8')),
    );
    ({ effective } = truth);
    profile = parseProfile(
      parse(readFileSync(join(checkout, 'platforms/pitower.yaml'), 'utf8')),
      `https://github.com/${truth.repo}.git`,
    );
    const tree = join(corpus, 'tree');
    files = readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [relative(tree, file), readFileSync(file)] as const);
    model = readRepository(
      createSnapshot({
        commit: truth.commit,
        files: Object.fromEntries(files),
      }),
      profile,
    );
  });

  it('has the deployment units of the ground truth', () => {
    expect(
      sorted(
        model.units.map(unit => ({
          name: unit.name,
          namespace: unit.namespace,
          path: unit.paths.join(),
          role: unit.orchestrator ? 'orchestrator' : 'app',
          project: unit.project,
          parent: unit.parent ?? null,
          generatedBy: unit.generatedBy ?? null,
          syncWave: unit.syncWave ?? null,
          labels: unit.labels,
          wired: unit.wired,
          buildable: unit.buildable,
        })),
      ),
    ).toEqual(
      sorted(
        effective.apps.map(
          ({ charts: _c, pvcs: _p, generatedBy, ...unit }) => ({
            ...unit,
            generatedBy: generatedBy?.replace('ApplicationSet/', '') ?? null,
            wired: true,
            buildable: true,
          }),
        ),
      ),
    );
    expect(effective.buildFailed).toEqual([]);
  });

  it('has its charts and volume claims', () => {
    expect(
      sorted(
        model.units.flatMap(({ name, charts }) =>
          charts.map(({ repository, chart, version }) => ({
            name,
            repo: repository,
            chart,
            version,
          })),
        ),
      ),
    ).toEqual(
      sorted(
        effective.apps.flatMap(({ name, charts }) =>
          charts.map(chart => ({ name, ...chart })),
        ),
      ),
    );
    expect(
      sorted(
        model.volumeClaims.map(({ unit, name, namespace, storageClass }) => ({
          unit,
          name,
          namespace,
          storageClass,
        })),
      ),
    ).toEqual(
      sorted(
        effective.apps.flatMap(({ name: unit, pvcs }) =>
          pvcs.map(claim => ({ unit, ...claim })),
        ),
      ),
    );
  });

  it('has its routes and hosts', () => {
    expect(
      sorted(
        model.routes.map(route => ({
          name: route.name ?? null,
          namespace: route.namespace,
          kind: route.kind,
          unit: route.unit,
          hostnames: route.hostnames,
          parents: route.parents.map(parent => ({
            ...parent,
            section: parent.section ?? null,
          })),
        })),
      ),
    ).toEqual(
      sorted(
        effective.httpRoutes.map(({ source: _source, parents, ...route }) => ({
          ...route,
          parents: parents.map(parent => ({
            ...parent,
            section: parent.section ?? null,
          })),
        })),
      ),
    );
    expect(model.hosts.map(({ host }) => host).sort()).toEqual(
      [...effective.hostnames].sort(),
    );
  });

  it('has its ExternalSecrets, secret stores and databases', () => {
    expect(
      sorted(
        model.externalSecrets.map(secret => ({
          unit: secret.unit,
          name: secret.name,
          namespace: secret.namespace,
          store: secret.store,
          target: secret.target,
          remoteKeys: secret.keys.map(({ key }) => key).sort(),
        })),
      ),
    ).toEqual(
      sorted(
        effective.externalSecrets.map(secret => ({
          unit: secret.unit,
          name: secret.name,
          namespace: secret.namespace,
          store: secret.store,
          target: secret.target,
          // A search by name is cut off there in the middle of its JSON; what
          // it may take is everything below its path.
          remoteKeys: secret.remoteKeys
            .map(key => (key.startsWith('find:') ? '*' : key))
            .sort(),
        })),
      ),
    );
    expect(
      sorted(
        model.secretStores.map(({ unit, name, provider }) => ({
          unit,
          name,
          provider,
        })),
      ),
    ).toEqual(
      sorted(
        effective.secretStores.map(({ unit, name, provider }) => ({
          unit,
          name,
          provider: provider.join(),
        })),
      ),
    );
    expect(
      sorted(
        model.databases.map(
          ({ unit, kind, name, namespace, instances, storageClass }) => ({
            unit,
            kind,
            name,
            namespace,
            instances,
            storageClass,
          }),
        ),
      ),
    ).toEqual(
      sorted(
        effective.cnpg.clusters.map(
          ({ unit, name, namespace, instances, storageClass }) => ({
            unit,
            kind: 'Cluster',
            name,
            namespace,
            instances,
            storageClass,
          }),
        ),
      ),
    );
  });

  it('has its gateways and namespaces', () => {
    expect(
      sorted(
        model.gateways.map(({ unit, name, namespace, listeners }) => ({
          unit,
          name,
          namespace,
          listeners: listeners.map(listener => ({
            name: listener.name,
            protocol: listener.protocol,
            port: listener.port,
            hostname: listener.hostname,
          })),
        })),
      ),
    ).toEqual(
      sorted(
        effective.gateways.map(({ unit, name, namespace, listeners }) => ({
          unit,
          name,
          namespace,
          listeners,
        })),
      ),
    );
    const namespaces = new Set([
      ...model.namespaces.map(({ name }) => name),
      ...model.units.flatMap(({ namespace }) => namespace ?? []),
    ]);
    expect([...namespaces].sort()).toEqual([...effective.namespaces].sort());
  });

  it('leaves out what the profile excludes, and finds nothing else wrong', () => {
    const unreached = Object.values(truth.findings.declaredButNotReached);
    const excluded = unreached
      .flat()
      .map(({ path }) => path)
      .filter(path => profile.exclude.some(glob => matchesGlob(glob, path)));
    // Scaffolds and what is applied before Argo CD runs; nobody forgot them.
    expect(excluded).toEqual(unreached.flat().map(({ path }) => path));
    expect(model.findings).toEqual([]);
  });

  it('tells each fact by a file and line that name it', () => {
    const texts = new Map(
      files.map(([file, bytes]) => [file, bytes.toString().split('\n')]),
    );
    const misplaced = [
      ...model.volumeClaims,
      ...model.externalSecrets,
      ...model.gateways,
      ...model.secretStores,
      ...model.databases,
    ].filter(({ name, source: { file, line } }) => {
      const object = texts.get(file)?.slice(line - 1, line + 9) ?? [];
      return !(
        /^(apiVersion|kind|metadata):/.test(object[0]) &&
        object.some(text =>
          text.replace(/"|&\w+ /g, '').includes(`name: ${name}`),
        )
      );
    });
    expect(misplaced).toEqual([]);
    const strayRoutes = model.routes.filter(
      ({ hostnames: [host], source: { file, line } }) =>
        host !== undefined &&
        !texts
          .get(file)
          ?.slice(line - 1, line + 15)
          .some(text => text.includes('hostnames:')),
    );
    expect(strayRoutes).toEqual([]);
  });
});

/** In one order, whatever the order found; absent and undefined are the same. */
function sorted(items: readonly unknown[]): unknown[] {
  return items
    .map(item => JSON.stringify(item, sortKeys))
    .sort()
    .map(text => JSON.parse(text));
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
