import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseProfile } from '../../profile/parseProfile';
import { createSnapshot } from '../../snapshot/createSnapshot';
import { readRepository } from '../readRepository';
import type { RepositoryModel } from '../RepositoryModel';

const checkout = resolve(__dirname, '../../../../..');
const corpus = resolve(checkout, '../shared/corpus/monosense');

const found = z.object({
  name: z.string(),
  namespace: z.string(),
  cluster: z.string(),
  unit: z.string(),
});
const groundTruth = z.object({
  repo: z.string(),
  commit: z.string(),
  effective: z.object({
    counts: z.record(z.string(), z.number()),
    apps: z.array(
      z.object({
        name: z.string(),
        cluster: z.string(),
        namespace: z.string(),
        ksNamespace: z.string(),
        path: z.string(),
        parent: z.string(),
        dependsOn: z.array(z.string()),
        suspend: z.boolean(),
        labels: z.record(z.string(), z.string()),
        helmReleases: z.array(
          z.object({
            name: z.string(),
            namespace: z.string(),
            chart: z.string(),
          }),
        ),
      }),
    ),
    orchestrators: z.array(
      z.object({
        name: z.string(),
        cluster: z.string(),
        path: z.string(),
        namespace: z.string(),
      }),
    ),
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
      databases: z.array(found),
      poolers: z.array(found),
    }),
    buildFailed: z.array(z.object({ unit: z.string(), cluster: z.string() })),
  }),
  findings: z.object({
    declaredButNotReached: z.record(
      z.string(),
      z.array(z.object({ name: z.string(), path: z.string() })),
    ),
    danglingDependsOn: z.array(
      z.object({
        unit: z.string(),
        dependsOn: z.string(),
        cluster: z.string(),
      }),
    ),
    unresolvedVariables: z.record(z.string(), z.array(z.string())),
  }),
});

/** Where ours is right and the measured facts are not, or say it otherwise. */
const expected = {
  /** The measurement gives the bootstrap itself a unit; Git declares the Kustomization that it is. */
  pseudoUnit: '__root__',
  /** The measurement names the OCIRepository; the chart is the last part of its URL. */
  charts: new Map([
    ['cilium-charts', 'cilium'],
    ['coredns-charts', 'coredns'],
    ['spegel-charts', 'spegel'],
  ]),
  /** Used only in the dashboard that is refused before anything in it is replaced. */
  onlyInRefused: ['__all_variables', '__url_time_range'],
  /**
   * The measurement only ran kustomize. Flux's own substitution refuses a
   * dashboard with `${__field.labels.job}`, and an image name that ends in a
   * colon once its version is empty is no YAML.
   */
  refusedByFlux: [
    'apps/cloudnative-pg-shared-cluster',
    'apps/observability-victoria-metrics-vmcluster',
    'infra/observability-victoria-metrics-vmcluster',
  ],
};

function readCorpus() {
  const truth = groundTruth.parse(
    JSON.parse(readFileSync(join(corpus, 'groundtruth.json'), 'utf8')),
  );
  const tree = join(corpus, 'tree');
  const files = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  const profile = parseProfile(
    parse(readFileSync(join(checkout, 'platforms/monosense.yaml'), 'utf8')),
    `https://github.com/${truth.repo}`,
  );
  const model = readRepository(
    createSnapshot({
      commit: truth.commit,
      files: Object.fromEntries(
        files.map(file => [relative(tree, file), readFileSync(file)]),
      ),
    }),
    profile,
  );
  return {
    effective: truth.effective,
    findings: truth.findings,
    model,
    wired: model.units.filter(unit => unit.wired),
  };
}

/** Order means nothing here, and `undefined` is not told from absent. */
function sorted(items: readonly unknown[]): string[] {
  return items
    .map(item => JSON.stringify(item, (_key, value: unknown) => value))
    .sort();
}

function reported(model: RepositoryModel, code: string, message: RegExp) {
  return model.findings
    .filter(finding => finding.code === code)
    .map(finding => {
      const groups = message.exec(finding.message)?.slice(1);
      if (!groups) throw new Error(`Unexpected: ${finding.message}`);
      return { groups, file: finding.file, cluster: finding.cluster };
    });
}

const describeCorpus = existsSync(corpus) ? describe : describe.skip;

describeCorpus('the repository of monosense, against what was measured', () => {
  let read: ReturnType<typeof readCorpus>;
  beforeAll(() => {
    read = readCorpus();
  });

  it('has the same units, with parents, paths and dependencies', () => {
    const { effective, wired } = read;
    const ours = wired.filter(unit => !unit.orchestrator);
    expect(
      sorted(
        ours.map(unit => ({
          name: unit.name,
          cluster: unit.cluster,
          namespace: unit.namespace,
          ksNamespace: unit.objectNamespace,
          path: unit.paths.join(),
          parent: unit.parent,
          dependsOn: unit.dependsOn,
          suspend: unit.suspended,
          labels: Object.entries(unit.labels).sort(),
        })),
      ),
    ).toEqual(
      sorted(
        effective.apps.map(({ helmReleases, labels, ...app }) => ({
          name: app.name,
          cluster: app.cluster,
          namespace: app.namespace,
          ksNamespace: app.ksNamespace,
          path: app.path,
          parent: app.parent,
          dependsOn: app.dependsOn,
          suspend: app.suspend,
          labels: Object.entries(labels).sort(),
        })),
      ),
    );
    expect(ours).toHaveLength(effective.counts.apps);
  });

  it('has the same orchestrators', () => {
    const { effective, wired } = read;
    const ours = wired.filter(unit => unit.orchestrator);
    expect(
      sorted(
        ours.map(({ name, cluster, paths, namespace }) => ({
          name,
          cluster,
          path: paths.join(),
          namespace,
        })),
      ),
    ).toEqual(
      sorted(
        effective.orchestrators.filter(
          ({ name }) => name !== expected.pseudoUnit,
        ),
      ),
    );
  });

  it('has the same Helm releases and charts', () => {
    const { effective, wired } = read;
    const ours = wired.flatMap(unit =>
      unit.charts.map(({ chart, release, namespace }) => ({
        unit: unit.name,
        cluster: unit.cluster,
        name: release,
        namespace,
        chart,
      })),
    );
    expect(sorted(ours)).toEqual(
      sorted(
        effective.apps.flatMap(app =>
          app.helmReleases.map(({ name, namespace, chart }) => ({
            unit: app.name,
            cluster: app.cluster,
            name,
            namespace,
            chart: expected.charts.get(chart) ?? chart,
          })),
        ),
      ),
    );
    expect(ours).toHaveLength(effective.counts.helmReleases);
  });

  it('has the same ExternalSecrets, and keys', () => {
    const { effective, model } = read;
    expect(
      sorted(
        model.externalSecrets.map(secret => ({
          unit: secret.unit,
          cluster: secret.cluster,
          name: secret.name,
          namespace: secret.namespace,
          store: secret.store,
          target: secret.target,
          // The measurement leaves keys out that are empty for lack of a variable.
          keys: [...new Set(secret.keys.map(({ key }) => key))]
            .filter(key => key !== '')
            .sort(),
        })),
      ),
    ).toEqual(
      sorted(
        effective.externalSecrets.map(secret => ({
          unit: secret.unit,
          cluster: secret.cluster,
          name: secret.name,
          namespace: secret.namespace,
          store: secret.store,
          target: secret.target,
          keys: [...new Set(secret.remoteKeys)].sort(),
        })),
      ),
    );
  });

  it('has the same gateways and secret stores', () => {
    const { effective, model } = read;
    expect(
      sorted(
        model.gateways.map(({ name, namespace, cluster, unit, listeners }) => ({
          name,
          namespace,
          cluster,
          unit,
          listeners: listeners.map(listener => [
            listener.name,
            listener.protocol,
            listener.port,
            listener.hostname,
          ]),
        })),
      ),
    ).toEqual(
      sorted(
        effective.gateways.map(
          ({ name, namespace, cluster, unit, listeners }) => ({
            name,
            namespace,
            cluster,
            unit,
            listeners: listeners.map(listener => [
              listener.name,
              listener.protocol,
              listener.port,
              listener.hostname,
            ]),
          }),
        ),
      ),
    );
    // Cluster-wide ones lie in no namespace, whatever their unit's is.
    expect(
      sorted(
        model.secretStores.map(({ name, cluster, unit, provider }) => ({
          name,
          cluster,
          unit,
          provider,
        })),
      ),
    ).toEqual(
      sorted(
        effective.secretStores.map(({ name, cluster, unit, provider }) => ({
          name,
          cluster,
          unit,
          provider: provider.join(', '),
        })),
      ),
    );
  });

  it('has the same databases', () => {
    const { effective, model } = read;
    const ours = model.databases.map(database => ({
      kind: database.kind,
      name: database.name,
      namespace: database.namespace,
      cluster: database.cluster,
      unit: database.unit,
      ...(database.kind === 'Cluster' && {
        instances: database.instances,
        storageClass: database.storageClass,
      }),
    }));
    const { clusters, databases, poolers } = effective.cnpg;
    const named = ({
      name,
      namespace,
      cluster,
      unit,
    }: z.output<typeof found>) => ({
      name,
      namespace,
      cluster,
      unit,
    });
    expect(sorted(ours)).toEqual(
      sorted([
        ...clusters.map(item => ({
          kind: 'Cluster',
          ...named(item),
          instances: item.instances,
          storageClass: item.storageClass,
        })),
        ...databases.map(item => ({ kind: 'Database', ...named(item) })),
        ...poolers.map(item => ({ kind: 'Pooler', ...named(item) })),
      ]),
    );
  });

  it('deploys into the same namespaces', () => {
    const { effective, model, wired } = read;
    const ours = new Set([
      ...model.namespaces.map(({ name }) => name),
      ...wired
        .filter(unit => !unit.orchestrator)
        .map(({ namespace }) => namespace),
    ]);
    expect(sorted([...ours])).toEqual(sorted(effective.namespaces));
  });

  it('names the same objects that no root includes', () => {
    const { findings, model } = read;
    const ours = reported(
      model,
      'not-wired',
      /^The (\w+) (\S+) is in a file that no root includes/,
    ).map(({ groups: [kind, name], file }) => ({ kind, name, path: file }));
    expect(sorted(ours)).toEqual(
      sorted(
        Object.entries(findings.declaredButNotReached).flatMap(
          ([kind, objects]) =>
            objects.map(({ name, path }) => ({
              kind: kind === 'FluxKustomization' ? 'Kustomization' : kind,
              name,
              path,
            })),
        ),
      ),
    );
    const unwired = model.units.filter(unit => !unit.wired);
    expect(unwired.map(({ name }) => name).sort()).toEqual(
      findings.declaredButNotReached.FluxKustomization.map(
        ({ name }) => name,
      ).sort(),
    );
  });

  it('names the same unset variables, and where each is used', () => {
    const { findings, model } = read;
    const ours = reported(
      model,
      'variable-unset',
      /^The Kustomization (\S+) uses the variable (\S+) and/,
    ).map(({ groups: [unit, variable], cluster }) => ({
      unit: `${cluster}:flux-system/${unit}`,
      variable,
    }));
    expect(sorted(ours)).toEqual(
      sorted(
        Object.entries(findings.unresolvedVariables).flatMap(
          ([unit, variables]) =>
            variables
              .filter(variable => !expected.onlyInRefused.includes(variable))
              .map(variable => ({ unit, variable })),
        ),
      ),
    );
    for (const { message, file, line } of model.findings.filter(
      ({ code }) => code === 'variable-unset',
    )) {
      const [, variable] = /the variable (\S+)/.exec(message) ?? [];
      const text = readFileSync(join(corpus, 'tree', file ?? ''), 'utf8');
      expect(text.split('\n')[(line ?? 0) - 1]).toContain(`\${${variable}`);
    }
  });

  it('cannot build the same units, and those that Flux refuses', () => {
    const { effective, wired } = read;
    expect(
      sorted(
        wired
          .filter(unit => !unit.buildable)
          .map(({ cluster, name }) => `${cluster}/${name}`),
      ),
    ).toEqual(
      sorted([
        ...effective.buildFailed.map(
          ({ cluster, unit }) => `${cluster}/${unit}`,
        ),
        ...expected.refusedByFlux,
      ]),
    );
  });

  it('has the same dependencies on what is not there', () => {
    const { findings, wired } = read;
    const known = new Set(
      wired.map(
        ({ cluster, objectNamespace, name }) =>
          `${cluster}:${objectNamespace}/${name}`,
      ),
    );
    const ours = wired.flatMap(({ cluster, name, dependsOn }) =>
      dependsOn
        .filter(other => !known.has(`${cluster}:${other}`))
        .map(other => ({ unit: name, dependsOn: other, cluster })),
    );
    expect(sorted(ours)).toEqual(sorted(findings.danglingDependsOn));
  });
});
