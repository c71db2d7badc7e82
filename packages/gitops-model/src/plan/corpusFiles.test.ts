import { monosense } from '../__testUtils__/monosenseFixture';
import { pitower } from '../__testUtils__/pitowerFixture';
import { readCorpus } from '../__testUtils__/readCorpus';
import { createApp, petra } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import type { WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';
import { placeApp } from './placeApp';
import { PlanTree } from './PlanTree';
import { planOperations } from './planOperations';
import { textsOf } from '../__testUtils__/textsOf';

interface Creation {
  /** A real app of the repository that has the same. */
  like: string;
  operations: Operation[];
  /** New files, in the app's own directory but where they begin with `/`. */
  created: string[];
  changed: string[];
  /** Codes of what the review says. */
  findings: string[];
  /** The same when the app goes, but for what merely stays. */
  farewell: string[];
}

interface Corpus {
  name: string;
  profile: WritableProfile;
  creations: Creation[];
  retirements: {
    app: string;
    deleted: string[];
    changed: string[];
    findings: string[];
  }[];
  additions: { operations: Operation[]; files: string[] }[];
}

const apps = 'pitower/kubernetes/apps';
const links = `${apps}/selfhosted/homepage/configmap.yaml`;
const clusters = `${apps}/cloudnative-pg/cluster/cluster.yaml`;
const shared =
  'kubernetes/workloads/platform/databases/cloudnative-pg/shared-cluster';

const onPitower = (app: string, category: string): Operation => ({
  ...createApp,
  app,
  category,
  storage: [],
});
const linkTo = (app: string, host: string): Operation[] => [
  { type: 'add-route', app, host, path: '/', exposure: 'external' },
  { type: 'add-dashboard-entry', app, title: 'Reader', group: 'Media', host },
];

const nothing = createSnapshot({ commit: '', files: {} });

/** What people add to the app and touch beside it, as the conventions of each repository have it. */
const corpora: Corpus[] = [
  {
    name: 'pitower',
    profile: {
      ...pitower,
      repositoryUrls: ['https://github.com/swibrow/home-ops'],
    },
    creations: [
      {
        like: 'selfhosted/miniflux',
        operations: [
          onPitower('selfhosted-reader', 'selfhosted'),
          ...linkTo('selfhosted-reader', 'reader.pitower.link'),
          {
            type: 'add-secret',
            app: 'selfhosted-reader',
            entries: [{ env: 'TOKEN', key: '/selfhosted/reader/TOKEN' }],
          },
          { type: 'add-database', app: 'selfhosted-reader', size: '1Gi' },
        ],
        // Nothing but the Component says who owns an app that is generated.
        created: ['catalog-info', 'externalsecret', 'kustomization', 'values'],
        changed: [clusters, links],
        findings: [],
        farewell: ['database-deleted'],
      },
      {
        like: 'selfhosted/tandoor',
        operations: [
          {
            ...createApp,
            app: 'selfhosted-reader',
            category: 'selfhosted',
          },
          ...linkTo('selfhosted-reader', 'reader.pitower.link'),
          { type: 'add-database', app: 'selfhosted-reader', size: '1Gi' },
        ],
        created: [
          'catalog-info',
          'externalsecret',
          'kustomization',
          'pvc',
          'values',
        ],
        changed: [clusters, links],
        findings: [],
        farewell: ['database-deleted'],
      },
      {
        like: 'media/sonarr',
        operations: [
          {
            ...createApp,
            app: 'media-reader',
            category: 'media',
            storage: [
              {
                name: 'config',
                mountPath: '/config',
                size: '5Gi',
                purpose: 'replicated',
              },
              {
                name: 'media',
                mountPath: '/media',
                size: '1Gi',
                purpose: 'shared',
              },
            ],
          },
          ...linkTo('media-reader', 'reader.pitower.link'),
        ],
        created: ['catalog-info', 'kustomization', 'pvc', 'values'],
        changed: [links],
        findings: [],
        farewell: [],
      },
    ],
    retirements: [
      {
        app: 'selfhosted-miniflux',
        deleted: ['externalsecret', 'kustomization', 'values'].map(
          name => `${apps}/selfhosted/miniflux/${name}.yaml`,
        ),
        changed: [clusters, links],
        findings: ['database-deleted'],
      },
      {
        app: 'selfhosted-tandoor',
        deleted: [
          'configmap',
          'externalsecret',
          'kustomization',
          'pvc',
          'values',
        ].map(name => `${apps}/selfhosted/tandoor/${name}.yaml`),
        changed: [clusters, links],
        findings: ['database-deleted'],
      },
      {
        app: 'media-sonarr',
        deleted: ['kustomization', 'pvc', 'values'].map(
          name => `${apps}/media/sonarr/${name}.yaml`,
        ),
        changed: [links],
        findings: [],
      },
    ],
    additions: [
      {
        operations: [
          {
            type: 'add-route',
            app: 'media-sonarr',
            host: 'series.pitower.link',
            path: '/',
          },
          {
            type: 'add-secret',
            app: 'media-sonarr',
            entries: [{ env: 'API_KEY', key: '/media/sonarr/API_KEY' }],
          },
          {
            type: 'add-volume',
            app: 'media-sonarr',
            name: 'cache',
            mountPath: '/cache',
            size: '1Gi',
            purpose: 'local',
          },
        ],
        files: [
          `create ${apps}/media/sonarr/externalsecret.yaml`,
          `change ${apps}/media/sonarr/kustomization.yaml`,
          `change ${apps}/media/sonarr/pvc.yaml`,
          `change ${apps}/media/sonarr/values.yaml`,
        ],
      },
    ],
  },
  {
    name: 'monosense',
    profile: {
      ...monosense,
      repositoryUrls: ['https://github.com/monosense-io/k8s-gitops'],
    },
    creations: [
      {
        like: 'infrastructure/networking/cloudflared',
        operations: [
          {
            ...createApp,
            app: 'reader',
            layout: 'infrastructure',
            category: 'networking',
            storage: [],
          },
          {
            type: 'add-secret',
            app: 'reader',
            entries: [{ env: 'TOKEN', key: 'kubernetes/infra/reader/token' }],
          },
        ],
        created: [
          'ks',
          'app/externalsecret',
          'app/helmrelease',
          'app/kustomization',
          'app/namespace',
          'app/networkpolicy',
          'app/ocirepository',
        ],
        changed: ['kubernetes/infrastructure/networking/kustomization.yaml'],
        findings: [],
        farewell: [],
      },
      {
        like: 'workloads/platform/registry/harbor',
        operations: [
          {
            type: 'create-chart-app',
            app: 'reader',
            owner: 'group:default/atlas',
            clusters: ['infra'],
            chart: {
              name: 'gitlab',
              repository: 'https://charts.gitlab.io',
              version: '1.2.3',
            },
            values: { replicas: 1 },
          },
          {
            type: 'add-route',
            app: 'reader',
            host: 'reader.infra.monosense.io',
            path: '/',
            service: 'reader',
            port: 80,
          },
          {
            type: 'add-oidc-client',
            app: 'reader',
            host: 'reader.infra.monosense.io',
            callbackPath: '/callback',
          },
          { type: 'add-database', app: 'reader', size: '1Gi' },
        ],
        created: [
          'externalsecret',
          'helmrelease',
          'helmrepository',
          'httproute',
          'kustomization',
          'namespace',
          '/kubernetes/clusters/infra/reader.yaml',
          '/kubernetes/workloads/platform/databases/cloudnative-pg/poolers/reader-pooler.yaml',
        ],
        changed: [
          'kubernetes/clusters/infra/cluster-settings.yaml',
          'kubernetes/workloads/platform/databases/cloudnative-pg/kustomization.yaml',
          `${shared}/cluster.yaml`,
          `${shared}/databases.yaml`,
          `${shared}/externalsecrets.yaml`,
          'kubernetes/workloads/platform/identity/keycloak/realm-import.yaml',
        ],
        findings: ['realm-import-not-applied', 'database-by-hand'],
        farewell: [],
      },
      {
        like: 'an app of one cluster, from an image',
        operations: [
          { ...createApp, app: 'reader', clusters: ['apps'], env: [] },
          {
            type: 'add-route',
            app: 'reader',
            host: 'reader.monosense.io',
            path: '/',
          },
        ],
        created: [
          'helmrelease',
          'httproute',
          'kustomization',
          'namespace',
          'networkpolicy',
          'ocirepository',
          'pvc-data',
          '/kubernetes/clusters/apps/reader.yaml',
        ],
        changed: ['kubernetes/clusters/apps/cluster-settings.yaml'],
        findings: [],
        farewell: [],
      },
    ],
    retirements: [
      {
        app: 'cloudflared',
        deleted: [
          'app/config',
          'app/externalsecret',
          'app/helmrelease',
          'app/kustomization',
          'app/ocirepository',
          'app/prometheusrule',
          'ks',
        ].map(
          name =>
            `kubernetes/infrastructure/networking/cloudflared/${name}.yaml`,
        ),
        // What it leads to stands among the settings of each cluster.
        changed: [
          'kubernetes/clusters/apps/cluster-settings.yaml',
          'kubernetes/clusters/infra/cluster-settings.yaml',
          'kubernetes/infrastructure/networking/kustomization.yaml',
        ],
        findings: [],
      },
      {
        app: 'spegel',
        deleted: [
          'app/helmrelease',
          'app/kustomization',
          'app/ocirepository',
          'ks',
        ].map(
          name => `kubernetes/infrastructure/networking/spegel/${name}.yaml`,
        ),
        changed: ['kubernetes/infrastructure/networking/kustomization.yaml'],
        findings: [],
      },
    ],
    additions: [
      {
        operations: [
          {
            type: 'add-secret',
            app: 'cloudflared',
            entries: [{ env: 'TOKEN', key: 'kubernetes/infra/cloudflared/x' }],
          },
        ],
        files: [
          'change kubernetes/infrastructure/networking/cloudflared/app/externalsecret.yaml',
          'change kubernetes/infrastructure/networking/cloudflared/app/helmrelease.yaml',
        ],
      },
    ],
  },
];

describe.each(
  corpora.map(corpus => ({ ...corpus, there: readCorpus(corpus.name) })),
)(
  'the real repository $name',
  ({
    there: repository = nothing,
    profile,
    creations,
    retirements,
    additions,
  }) => {
    (repository === nothing ? describe.skip : describe)('as it is', () => {
      const plan = (operations: Operation[], snapshot = repository) =>
        planOperations({
          snapshot,
          model: readRepository(snapshot, profile),
          profile,
          operations,
          requester: petra,
        });
      const retire = (app: string): Operation[] => [
        { type: 'retire-app', app, confirmation: app },
      ];
      const pathsOf = (edits: ReturnType<typeof plan>['edits'], kind: string) =>
        edits.filter(edit => edit.kind === kind).map(({ path }) => path);
      const codesOf = (findings: ReturnType<typeof plan>['findings']) =>
        findings
          .filter(({ severity }) => severity !== 'info')
          .map(({ code }) => code);

      it.each(creations)(
        'takes an app like $like where people put one, and has nothing left of it in the end',
        ({ operations, created, changed, findings, farewell }) => {
          const [{ app }] = operations;
          const planned = plan(operations);
          const there = applyEdits(repository, planned.edits);
          const model = readRepository(there, profile);
          const { directory } = placeApp(app, {
            tree: new PlanTree(there),
            profile,
            model,
          }).names;
          expect(pathsOf(planned.edits, 'create')).toEqual(
            created
              .map(path =>
                path.startsWith('/')
                  ? path.slice(1)
                  : `${directory}/${path}.yaml`,
              )
              .sort(),
          );
          expect(pathsOf(planned.edits, 'change')).toEqual(changed);
          expect(pathsOf(planned.edits, 'delete')).toEqual([]);
          expect(codesOf(planned.findings)).toEqual(findings);
          for (const edit of planned.edits) {
            if (edit.kind !== 'change') continue;
            const after = new Set(edit.after.split('\n'));
            expect(
              edit.before.split('\n').filter(line => !after.has(line)),
            ).toEqual([]);
          }
          const units = model.units.filter(unit => unit.app === app);
          expect(units.length).toBeGreaterThan(0);
          for (const unit of units) {
            expect(unit).toMatchObject({ wired: true, buildable: true });
          }
          expect(plan(operations, there).edits).toEqual([]);
          const retired = plan(retire(app), there);
          expect(codesOf(retired.findings)).toEqual(farewell);
          expect(textsOf(applyEdits(there, retired.edits))).toEqual(
            textsOf(repository),
          );
        },
        60_000,
      );

      it.each(retirements)(
        'loses $app with what people would take out',
        ({ app, deleted, changed, findings }) => {
          const planned = plan(retire(app));
          expect(pathsOf(planned.edits, 'delete')).toEqual(deleted);
          expect(pathsOf(planned.edits, 'change')).toEqual(changed);
          expect(pathsOf(planned.edits, 'create')).toEqual([]);
          expect(codesOf(planned.findings)).toEqual(findings);
          for (const edit of planned.edits) {
            if (edit.kind !== 'change') continue;
            const before = new Set(edit.before.split('\n'));
            expect(
              edit.after.split('\n').filter(line => !before.has(line)),
            ).toEqual([]);
          }
          const there = applyEdits(repository, planned.edits);
          expect(plan(retire(app), there).edits).toEqual([]);
        },
        60_000,
      );

      it.each(additions)(
        'has more of an app in its own files',
        ({ operations, files }) => {
          const { edits, findings } = plan(operations);
          expect(findings).toEqual([]);
          expect(edits.map(({ kind, path }) => `${kind} ${path}`)).toEqual(
            files,
          );
        },
        60_000,
      );
    });
  },
);
