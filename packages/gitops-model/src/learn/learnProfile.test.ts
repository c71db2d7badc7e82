import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseProfile } from '../profile/parseProfile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { Choice, LearnedProfile } from './LearnedProfile';
import { learnProfile } from './learnProfile';

const checkout = resolve(__dirname, '../../../..');
const corpus = resolve(checkout, '../shared/corpus');

type Files = Record<string, string | Uint8Array>;
interface Start {
  engine: 'argocd' | 'flux';
  roots: { cluster: string; path: string }[];
  repositoryUrls: string[];
}

function learn(files: Files, start: Start): LearnedProfile {
  const snapshot = createSnapshot({ commit: 'a'.repeat(40), files });
  const profile = parseProfile(
    { ...start, owners: { default: 'group:default/unknown' } },
    start.repositoryUrls[0],
  );
  return learnProfile(snapshot, readRepository(snapshot, profile), start);
}

/** Choices by their keys; several of one key are a list. */
function byKey(choices: readonly Choice[]): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const { key, value } of choices) (found[key] ??= []).push(value);
  return found;
}

const sharesOf = (choices: readonly Choice[]) =>
  Object.fromEntries(
    choices.flatMap(({ key, share }) =>
      share ? [[key, `${share.count}/${share.of}`]] : [],
    ),
  );

const url = 'https://forge.example/acme/platform.git';

function application(name: string, path: string, more: object = {}): string {
  return JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, labels: { area: path.split('/')[1] } },
    spec: {
      source: { repoURL: url, path },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: name,
      },
      ...more,
    },
  });
}

function appFiles(area: string, name: string, version: string): Files {
  const at = `apps/${area}/${name}`;
  return {
    [`argo/${name}.yaml`]: application(name, at),
    [`${at}/kustomization.yaml`]: `---\nresources:\n  - route.yaml\n  - secret.yaml\nhelmCharts:\n  - {name: web, repo: "https://charts.example", version: ${version}}\n`,
    [`${at}/route.yaml`]: `---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: ${name}}\nspec:\n  hostnames: [${name}.example.org]\n  parentRefs: [{name: main, namespace: gateway, sectionName: web}]\n`,
    [`${at}/secret.yaml`]: `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: ${name}}\nspec:\n  secretStoreRef: {kind: ClusterSecretStore, name: vault}\n  data: [{secretKey: A, remoteRef: {key: ${area}/${name}/db}}]\n`,
  };
}

const argocdStart: Start = {
  engine: 'argocd',
  roots: [{ cluster: 'in-cluster', path: 'argo' }],
  repositoryUrls: [url],
};
const argocdFiles: Files = {
  ...appFiles('media', 'tunes', '1.0.0'),
  ...appFiles('media', 'films', '1.0.0'),
  ...appFiles('home', 'lamps', '1.1.0'),
  'argo/kustomization.yaml':
    'resources: [tunes.yaml, films.yaml, lamps.yaml]\n',
  'argo/far.yaml': application('far', 'apps/home/far', {
    destination: { server: 'https://far.example', namespace: 'far' },
  }),
  '_templates/app/secret.yaml': 'kind: ExternalSecret\n',
  'apps/home/lamps/templates/kept.yaml': 'a: 1\n',
  'terraform/clients.tf':
    'data "keycloak_realm" "main" {\n  realm = "main"\n}\nresource "keycloak_openid_client" "tunes" {\n  client_id = "tunes"\n}\n',
  'terraform/clients/films.json':
    '{"vault_secret_ref": "media/films/oidc", "redirect_uris": ["https://films.example.org/callback"]}\n',
  'terraform/clients/lamps.json':
    '{"clientId": "lamps", "redirectUris": ["https://lamps.example.org/callback"]}\n',
  'terraform/scopes/roles.json': '{"name": "redirect_uris"}\n',
  '.github/CODEOWNERS': '* @acme/platform\n/apps/media/ @acme/media\n',
  'talos/patches/nodes/one.yaml': 'machine:\n  network:\n    hostname: one\n',
};

describe('learnProfile', () => {
  it('proposes what most of a small repository does, with the share', () => {
    const learned = learn(argocdFiles, argocdStart);
    expect(byKey(learned.reading)).toEqual({
      engine: ['argocd'],
      roots: [[{ cluster: 'in-cluster', path: 'argo' }]],
      destinations: [
        [{ server: 'https://kubernetes.default.svc', cluster: 'in-cluster' }],
      ],
      exclude: [['_templates/**']],
      'apps.categoryLabel': ['area'],
      'owners.default': ['group:default/platform'],
      nodes: [
        [
          {
            cluster: 'in-cluster',
            form: 'patches',
            directory: 'talos/patches/nodes',
          },
        ],
      ],
      loginClients: [
        [
          { form: 'json', directory: 'terraform/clients' },
          { form: 'terraform', directory: 'terraform', realm: 'main' },
        ],
      ],
    });
    expect(byKey(learned.writing)).toMatchObject({
      'layouts.appDirectory': ['apps/{category}/{app}'],
      'layouts.registration': ['argo/{app}.yaml, listed beside it'],
      'layouts.namespace': ['{app}'],
      'layouts.chart': [{ chart: 'web', repository: 'https://charts.example' }],
      'layouts.chart.version': ['1.0.0'],
      'layouts.route': ['manifest in the directory of the app'],
      domains: [
        {
          domain: 'example.org',
          gateway: { name: 'main', namespace: 'gateway', sectionName: 'web' },
        },
      ],
      'secrets.store': [{ kind: 'ClusterSecretStore', name: 'vault' }],
      'secrets.appKey': ['{category}/{app}/{name}'],
      'format.documentStart': [true],
      'format.schemaComment': [false],
    });
    expect(sharesOf(learned.writing)).toMatchObject({
      'layouts.chart.version': '2/3',
      domains: '3/3',
      'format.documentStart': '6/9',
    });
    expect(learned.questions.map(({ question }) => question)).toEqual(
      expect.arrayContaining([
        'What is the cluster of argo called? It is in-cluster here.',
        'Which cluster is https://far.example?',
        'Which group is @acme/platform of CODEOWNERS?',
        'Which group is @acme/media of CODEOWNERS?',
      ]),
    );
  });

  it('asks where nothing can be seen', () => {
    const learned = learn(
      { 'argo/app.yaml': application('app', 'apps/x/app') },
      argocdStart,
    );
    expect(byKey(learned.writing)).not.toHaveProperty('secrets.store');
    expect(learned.questions.map(({ key }) => key)).toEqual([
      'roots',
      'owners',
      'domains',
      'limits',
    ]);
  });
});

/** As the files under platforms/ have them, for what is compared. */
const written = z.object({
  engine: z.enum(['argocd', 'flux']),
  roots: z.array(z.object({ cluster: z.string(), path: z.string() })),
  destinations: z.array(z.unknown()).optional(),
  exclude: z.array(z.string()).default([]),
  apps: z.record(z.string(), z.string()),
  nodes: z.array(
    z.object({ cluster: z.string(), form: z.string(), directory: z.string() }),
  ),
  domains: z.array(
    z.object({
      domain: z.string(),
      gateway: z.object({
        name: z.string(),
        namespace: z.string(),
        sectionName: z.string(),
      }),
    }),
  ),
  secrets: z.object({ store: z.unknown(), appKey: z.string() }),
  storage: z.record(z.string(), z.object({ class: z.string().optional() })),
  layouts: z.array(
    z.object({ appDirectory: z.string(), namespace: z.string().optional() }),
  ),
});

function load(name: string) {
  const tree = join(corpus, name, 'tree');
  const files: Files = Object.fromEntries(
    readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(tree, path), readFileSync(path)]),
  );
  const byHand: unknown = parse(
    readFileSync(join(checkout, 'platforms', `${name}.yaml`), 'utf8'),
  );
  return { files, byHand, profile: written.parse(byHand) };
}

const sorted = (values: readonly unknown[]) =>
  values.map(value => JSON.stringify(value)).sort();

const described = existsSync(corpus) ? describe : describe.skip;

described('learning the repositories whose profiles people wrote', () => {
  it('reproduces that of pitower', () => {
    const { files, profile } = load('pitower');
    const learned = learn(files, {
      engine: 'argocd',
      roots: [{ cluster: 'in-cluster', path: 'pitower/kubernetes/argocd' }],
      repositoryUrls: ['https://github.com/swibrow/home-ops.git'],
    });
    const reading = byKey(learned.reading);
    expect(reading.roots).toEqual([profile.roots]);
    expect(reading.destinations).toEqual([profile.destinations]);
    expect(reading.nodes).toEqual([profile.nodes]);
    expect(reading['apps.categoryLabel']).toEqual([profile.apps.categoryLabel]);
    expect(reading['apps.nameLabel']).toBeUndefined();
    // The archive is no part of the corpus.
    expect(sorted(reading.exclude.flat())).toEqual(
      sorted(profile.exclude.filter(glob => !glob.includes('.archive'))),
    );

    const writing = byKey(learned.writing);
    const [layout] = profile.layouts;
    expect(writing['layouts.appDirectory']).toEqual([layout.appDirectory]);
    expect(writing['layouts.namespace']).toEqual([layout.namespace]);
    expect(writing['layouts.chart']).toEqual([
      {
        chart: 'app-template',
        repository: 'oci://ghcr.io/bjw-s-labs/helm',
      },
    ]);
    expect(writing['layouts.route']).toEqual(['values of a chart']);
    expect(writing['secrets.store']).toEqual([profile.secrets.store]);
    expect(writing['secrets.appKey']).toEqual([profile.secrets.appKey]);
    expect(writing.domains).toEqual(
      expect.arrayContaining(
        profile.domains.map(({ domain, gateway }) => ({ domain, gateway })),
      ),
    );
    expect(writing['storage.class']).toEqual(
      Object.values(profile.storage).flatMap(purpose => purpose.class ?? []),
    );
    expect(learned.questions.map(({ key }) => key)).toEqual([
      'roots',
      'owners',
      'domains',
      'secrets.keyPrefix',
      'storage',
      'limits',
    ]);
  });

  it('reproduces that of monosense', () => {
    const { files, profile } = load('monosense');
    const learned = learn(files, {
      engine: 'flux',
      roots: profile.roots,
      repositoryUrls: ['https://github.com/monosense-io/k8s-gitops'],
    });
    const reading = byKey(learned.reading);
    expect(reading).toMatchObject({
      engine: ['flux'],
      roots: [profile.roots],
      'apps.nameLabel': [profile.apps.nameLabel],
      'apps.categoryLabel': [profile.apps.categoryLabel],
    });
    expect(reading.exclude).toBeUndefined();
    expect(sorted(reading.nodes.flat())).toEqual(
      sorted(
        profile.nodes.map(({ cluster, form, directory }) => ({
          cluster,
          form,
          directory,
        })),
      ),
    );

    const writing = byKey(learned.writing);
    const directories = profile.layouts.map(({ appDirectory }) => appDirectory);
    const [directory] = directories.filter(path => path.includes('{category}'));
    expect(writing['layouts.appDirectory']).toEqual([`${directory}/app`]);
    expect(writing['layouts.registration']).toEqual([`${directory}/ks.yaml`]);
    expect(writing['layouts.chart.version']).toEqual(['4.4.0']);
    expect(writing['secrets.store']).toEqual([profile.secrets.store]);
    expect(writing['secrets.appKey']).toEqual([profile.secrets.appKey]);
    expect(
      Object.values(profile.storage).map(({ class: name }) => name),
    ).toEqual(expect.arrayContaining(writing['storage.class']));
    const questions = learned.questions.map(({ key }) => key);
    expect(questions.filter(key => key === 'nodes')).toHaveLength(2);
    expect(questions).toContain('domains');
  });

  it.each(['pitower', 'monosense'])(
    'reads %s as the profile does that people wrote',
    name => {
      const { files, byHand, profile } = load(name);
      const repositoryUrls = [
        name === 'pitower'
          ? 'https://github.com/swibrow/home-ops.git'
          : 'https://github.com/monosense-io/k8s-gitops',
      ];
      const learned = learn(files, {
        engine: profile.engine,
        roots: profile.roots,
        repositoryUrls,
      });
      const value: Record<string, unknown> = {
        owners: { default: 'group:default/platform' },
        repositoryUrls,
      };
      const apps: Record<string, unknown> = {};
      for (const choice of learned.reading) {
        const [first, second] = choice.key.split('.');
        if (first === 'apps' && second) apps[second] = choice.value;
        else if (second === undefined) value[first] = choice.value;
      }
      const snapshot = createSnapshot({ commit: 'a'.repeat(40), files });
      const read = (parsed: ReturnType<typeof parseProfile>) => {
        const {
          apps: found,
          nodes,
          ...model
        } = readRepository(snapshot, parsed);
        return {
          ...model,
          apps: found.map(({ owner: _, ownerReason: __, ...app }) => app),
          nodes: nodes.map(({ role: _, ...node }) => node),
        };
      };
      expect(read(parseProfile({ ...value, apps }, repositoryUrls[0]))).toEqual(
        read(
          parseProfile(
            { ...Object(byHand), repositoryUrls },
            repositoryUrls[0],
          ),
        ),
      );
    },
  );
});
