import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseProfile } from '../profile/parseProfile';
import { createSnapshot } from '../snapshot/createSnapshot';
import { hostOf } from './dashboard/hostOf';
import { matchesGlob } from './matchesGlob';
import { readRepository } from './readRepository';

const checkout = resolve(__dirname, '../../../..');
const corpus = resolve(checkout, '../shared/corpus');

const database = z.object({
  name: z.string(),
  namespace: z.string(),
  cluster: z.string(),
  unit: z.string(),
  instances: z.number().optional(),
  storageClass: z.string().optional(),
});
const groundTruth = z.object({
  repo: z.string(),
  commit: z.string(),
  effective: z.object({
    cnpg: z.object({
      clusters: z.array(database),
      databases: z.array(database),
      poolers: z.array(database),
    }),
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
  }),
  nodes: z.array(
    z.object({
      source: z.string(),
      cluster: z.string(),
      ip: z.string().nullable(),
      role: z.enum(['control-plane', 'worker']),
      hostname: z.string(),
      installImage: z.string().optional(),
      installDisk: z.string().optional(),
      addresses: z.array(z.string()).optional(),
      vip: z.string().optional(),
      taints: z
        .array(
          z.object({ key: z.string(), value: z.string(), effect: z.string() }),
        )
        .optional(),
    }),
  ),
  identityClients: z
    .array(
      z.object({
        source: z.string(),
        realm: z.string(),
        clientId: z.string(),
        redirectUris: z.array(z.string()),
        reached: z.boolean(),
      }),
    )
    .default([]),
  homepage: z
    .object({
      hrefs: z.array(z.string()),
      hostsWithoutRoute: z.array(z.string()),
      routesNotListed: z.array(z.string()),
    })
    .optional(),
});

function readCorpus(name: string) {
  const root = join(corpus, name, 'tree');
  const truth = groundTruth.parse(
    JSON.parse(readFileSync(join(corpus, name, 'groundtruth.json'), 'utf8')),
  );
  const files = Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [relative(root, file), readFileSync(file)]),
  );
  const profile = parseProfile(
    parse(readFileSync(join(checkout, `platforms/${name}.yaml`), 'utf8')),
    `https://github.com/${truth.repo.replace(/^https:\/\/github\.com\//, '')}`,
  );
  const snapshot = createSnapshot({ commit: truth.commit, files });
  return { truth, profile, model: readRepository(snapshot, profile) };
}

/** The ground truth names an Argo CD cluster by its address. */
const clusterNames: Record<string, string> = {
  'https://kubernetes.default.svc': 'pitower',
};

const names = existsSync(corpus) ? ['pitower', 'monosense'] : [];

// Skipped, and shown as skipped, where the measured repositories are not there.
(names.length > 0 ? describe.each(names) : describe.skip.each(['measured']))(
  'the repository %s',
  name => {
    let truth: ReturnType<typeof readCorpus>['truth'];
    let profile: ReturnType<typeof readCorpus>['profile'];
    let model: ReturnType<typeof readCorpus>['model'];
    beforeAll(() => {
      ({ truth, profile, model } = readCorpus(name));
    });

    it('has the databases that are measured', () => {
      const { clusters, databases, poolers } = truth.effective.cnpg;
      const expected = [
        ...clusters.map(item => ({ kind: 'Cluster', ...item })),
        ...databases.map(item => ({ kind: 'Database', ...item })),
        ...poolers.map(item => ({ kind: 'Pooler', ...item })),
      ].map(({ kind, cluster, unit, namespace, name: object, ...facts }) =>
        [
          kind,
          clusterNames[cluster] ?? cluster,
          unit,
          `${namespace}/${object}`,
          ...(kind === 'Cluster' ? [facts.instances, facts.storageClass] : []),
        ].join(' '),
      );
      const found = model.databases.map(item =>
        [
          item.kind,
          item.cluster,
          item.unit,
          `${item.namespace}/${item.name}`,
          ...(item.kind === 'Cluster'
            ? [item.instances, item.storageClass]
            : []),
        ].join(' '),
      );
      expect(found.sort()).toEqual(expected.sort());
    });

    it('has the nodes that are measured, as far as the tree says', () => {
      const found = model.nodes.map(node => ({
        source: node.source.file,
        cluster: node.cluster,
        hostname: node.hostname,
        installImage: node.installImage,
        installDisk: node.installDisk,
        addresses: node.addresses,
        vip: node.virtualIp,
        taints: node.taints,
      }));
      const expected = truth.nodes.map(
        ({ ip: _ip, role: _role, taints = [], addresses = [], ...node }) => ({
          ...node,
          addresses,
          taints: taints.map(
            ({ key, value, effect }) => `${key}=${value}:${effect}`,
          ),
        }),
      );
      const bySource = (one: { source: string }, other: { source: string }) =>
        one.source.localeCompare(other.source);
      expect(found.sort(bySource)).toEqual(expected.sort(bySource));
      // Addresses of pitower and the roles of both lie outside the tree; the
      // profile of monosense says the roles, its file names the addresses.
      for (const { source, ip, role } of truth.nodes) {
        const node = model.nodes.find(
          ({ source: { file } }) => file === source,
        );
        const [fromTree, fromProfile] =
          name === 'monosense' ? [ip, role] : [undefined, undefined];
        expect(node?.address).toBe(fromTree);
        expect(node?.role?.replace('controlplane', 'control-plane')).toBe(
          fromProfile,
        );
      }
    });

    it('has the login clients that are measured', () => {
      const found = model.loginClients.map(client => ({
        source: client.source.file,
        realm: client.realm,
        clientId: client.clientId,
        redirectUris: client.redirectUris,
        reached: client.wired,
      }));
      expect(found).toEqual(truth.identityClients);
    });

    it('has the links of the dashboard that are measured, and none of them is dead', () => {
      const { hrefs = [], routesNotListed = [] } = truth.homepage ?? {};
      const found = model.dashboardEntries.map(({ href }) => href);
      expect([...found].sort()).toEqual([...hrefs].sort());
      const listed = new Set(found.map(hostOf));
      const unlisted = model.hosts
        .map(({ host }) => host)
        .filter(host => !listed.has(host));
      expect(unlisted).toEqual(routesNotListed);
      expect(
        model.findings.filter(({ code }) => code === 'dashboard-link-dead'),
      ).toEqual([]);
    });

    it('names the dependencies that are missing', () => {
      const found = model.findings
        .filter(({ code }) => code === 'dependency-missing')
        .map(({ cluster, message }) => `${cluster}: ${message.split(',')[0]}`);
      const expected = truth.findings.danglingDependsOn.map(
        ({ cluster, unit, dependsOn }) =>
          `${cluster}: ${unit} waits for ${dependsOn}`,
      );
      expect(found.sort()).toEqual(expected.sort());
    });

    it('names what is declared and not reached', () => {
      const found = model.findings
        .filter(({ code }) => code === 'not-wired')
        .map(({ message, file }) => {
          const [, kind, object] = /^The (\w+) (\S+) is in/.exec(message) ?? [];
          return `${kind} ${object} in ${file}`;
        });
      const expected = Object.entries(
        truth.findings.declaredButNotReached,
      ).flatMap(([kind, items]) =>
        items
          // Scaffolds and what bootstraps the machines are no part of the platform.
          .filter(({ path }) =>
            profile.exclude.every(glob => !matchesGlob(glob, path)),
          )
          .map(
            item =>
              `${kind.replace('FluxKustomization', 'Kustomization')} ${item.name} in ${item.path}`,
          ),
      );
      expect(found.sort()).toEqual(expected.sort());
    });
  },
);
