import { findingCodes } from '../finding/findingCodes';
import type { Finding } from '../finding/Finding';
import type { ChartValues } from '../operation/chartValues';
import { type Operation, operationsSchema } from '../operation/Operation';
import type { FileEdit } from '../plan/Plan';
import {
  centralRepository,
  gateway,
  listenerText,
  notes,
  planCentral,
  route as centralRoute,
} from '../__testUtils__/centralFixture';
import { withFiles } from '../__testUtils__/withFiles';
import {
  ada,
  createApp,
  notesPlace,
  petra,
  plan,
  profile,
  repository,
  wholeRequest,
  type CreateApp,
} from '../__testUtils__/readFixture';
import {
  login as realmLogin,
  monosenseRepository,
  planMonosense,
  route as realmRoute,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import {
  identityRequest,
  planIdentity,
} from '../__testUtils__/identityFixture';
import { planPitower } from '../__testUtils__/pitowerFixture';
import {
  exceptionOptions,
  planPolicy,
  policyProfile,
  policyRepository,
  pullSecretOptions,
} from '../__testUtils__/policyFixture';
import { applyEdits } from '../snapshot/applyEdits';
import { planOperations } from '../plan/planOperations';
import { readRepository } from '../read/readRepository';
import type { WritableProfile } from '../profile/Profile';
import { checkPlanBoundary } from './checkPlanBoundary';
import { checkPodSecurity } from './checkPodSecurity';
import { checkManifests } from './schemas/checkManifests';

/** Findings of a plan, or of a check that only a faulty block would trip. */
type Situation = () => readonly Finding[];

const app = (change: Partial<CreateApp>): Situation => {
  const operation = { ...createApp, ...change };
  return () => plan([operation]).findings;
};
const route = (change: object): Situation => {
  const operation: Operation = {
    type: 'add-route',
    app: 'journal',
    host: 'diary.exitthecloud.eu',
    path: '/',
    port: 3000,
    ...change,
  };
  return () => plan([operation]).findings;
};
const secret = (change: object, others: object[] = []): Situation => {
  const entry = { env: 'DB_URL', key: 'atlas/journal/db', property: 'url' };
  const operation: Operation = {
    type: 'add-secret',
    app: 'journal',
    entries: [
      { ...entry, ...change },
      ...others.map(other => ({ ...entry, ...other })),
    ],
  };
  return () => plan([operation]).findings;
};
const login = (change: object): Situation => {
  const operation: Operation = {
    type: 'add-oidc-client',
    app: 'journal',
    clientId: 'diary',
    host: 'journal.exitthecloud.eu',
    callbackPath: '/auth/callback',
    ...change,
  };
  return () => plan([operation]).findings;
};
const withProfile = (
  change: Partial<WritableProfile>,
  operations: Operation[] = wholeRequest,
): Situation => {
  const changed = { ...profile, ...change };
  return () =>
    planOperations({
      snapshot: repository,
      model: readRepository(repository, profile),
      profile: changed,
      operations,
      requester: ada,
    }).findings;
};
/** A host more on a Gateway that has four listeners and these. */
const crowdedGateway =
  (count: number): Situation =>
  () =>
    planCentral(
      [notes, centralRoute],
      withFiles(centralRepository, texts => ({
        [gateway]: texts[gateway].concat(
          ...Array.from({ length: count }, (_, at) =>
            listenerText(`berth-${at}-https`, `berth-${at}`),
          ),
        ),
      })),
    ).findings;
const boundary =
  (edit: FileEdit): Situation =>
  () =>
    checkPlanBoundary([edit], [notesPlace]);
const schema =
  (after: string): Situation =>
  () =>
    checkManifests([{ kind: 'create', path: 'k8s/notes/x.yaml', after }]);
const pod = (
  kind: FileEdit['kind'],
  before: string,
  after: string,
): Situation => {
  const text = (container: string) =>
    `kind: Deployment\nspec: {template: {spec: {automountServiceAccountToken: false, securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}, containers: [${container}]}}}\n`;
  const path = 'k8s/notes/deployment.yaml';
  const edit: FileEdit =
    kind === 'create'
      ? { kind: 'create', path, after: text(after) }
      : { kind: 'change', path, before: text(before), after: text(after) };
  return () => checkPodSecurity([edit]);
};
const safe =
  '{resources: {requests: {cpu: 1, memory: 1}, limits: {memory: 1}}, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}';
/** What is said of a change of the app `journal` when these files lie beside it. */
const change = (
  operation: Operation,
  files: Record<string, string> = {},
): Situation => {
  const edits = Object.entries(files).map(([path, after]): FileEdit => ({
    kind: 'create',
    path,
    after,
  }));
  return () => plan([operation], ada, applyEdits(repository, edits)).findings;
};
/** What is said of a new app in whose namespace another one brings a Secret. */
const withForeignSecret =
  (name: string): Situation =>
  () => {
    const directory = 'k8s/secrets';
    const list = `${directory}/kustomization.yaml`;
    const before = policyRepository.readText(list) ?? '';
    const snapshot = applyEdits(policyRepository, [
      { kind: 'change', path: list, before, after: `${before}  - pull.yaml\n` },
      {
        kind: 'create',
        path: `${directory}/pull.yaml`,
        after: `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: ${name}, namespace: notes}\nspec: {secretStoreRef: {kind: ClusterSecretStore, name: vault-backend}, data: [{secretKey: a, remoteRef: {key: a}}]}\n`,
      },
    ]);
    const brings = policyProfile([pullSecretOptions]);
    return planPolicy([createApp], brings, snapshot).findings;
  };
const setImage = (fields: object = {}): Operation => ({
  type: 'set-image',
  app: 'journal',
  image: 'ghcr.io/example/journal:2.0.0',
  ...fields,
});
const scale: Operation = { type: 'set-replicas', app: 'journal', replicas: 2 };
const move = (fields: object = {}): Operation => ({
  type: 'change-route',
  app: 'journal',
  host: 'journal.exitthecloud.eu',
  newHost: 'diary.exitthecloud.eu',
  ...fields,
});
const autoscale = (fields: object = {}): Operation => ({
  type: 'set-autoscaling',
  app: 'journal',
  workload: 'web',
  min: 1,
  max: 3,
  cpuPercent: 70,
  ...fields,
});
const mount = (fields: object = {}): Operation => ({
  type: 'add-volume',
  app: 'journal',
  name: 'data',
  mountPath: '/data',
  size: '1Gi',
  purpose: 'replicated',
  ...fields,
});
/** A second Deployment, whose load can be told. */
const scalable = {
  'k8s/journal/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2, template: {spec: {containers: [{name: web, image: a:1, resources: {requests: {cpu: 10m}}}]}}}\n',
};
const chart = (fields: object = {}, part: object = {}): Situation => {
  const operation: Operation = {
    type: 'create-chart-app',
    app: 'search',
    owner: 'group:default/atlas',
    chart: {
      name: 'wiki',
      repository: 'https://charts.example.org',
      version: '1.0.0',
      ...part,
    },
    values: {},
    ...fields,
  };
  return () => plan([operation]).findings;
};
const chartRoute = (fields: object): Situation =>
  change({
    type: 'add-route',
    app: 'wiki',
    host: 'wiki.exitthecloud.eu',
    path: '/',
    ...fields,
  });
const values = (changed: ChartValues) => chart({ values: changed });
const retire = (confirmation = 'journal'): Operation => ({
  type: 'retire-app',
  app: 'journal',
  confirmation,
});
const workload = (kind: string, name: string) =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: {template: {spec: {containers: [{name: a, image: a:1}, {name: b, image: b:1}]}}}\n`;
const autoscaler = (name: string) =>
  `kind: HorizontalPodAutoscaler\nspec: {scaleTargetRef: {kind: Deployment, name: ${name}}}\n`;
const withoutFile =
  (path: string, operations: Operation[]): Situation =>
  () =>
    plan(
      operations,
      ada,
      applyEdits(repository, [
        { kind: 'delete', path, before: repository.readText(path) ?? '' },
      ]),
    ).findings;

const base = createApp.resources;
const volume = createApp.storage[0];

/** Each code: what brings it out, and the nearest thing that does not. */
/** Operations on an app of pitower's fixture that has a database and a link. */
const feeds =
  (...operations: object[]): Situation =>
  () =>
    planPitower(
      operationsSchema.parse(
        operations.map(operation => ({
          app: 'selfhosted-feeds',
          ...operation,
        })),
      ),
    ).findings;
const link = {
  type: 'add-dashboard-entry',
  title: 'News',
  group: 'Reading',
  host: 'feeds.pitower.link',
};
const news = {
  type: 'add-route',
  host: 'news.pitower.link',
  exposure: 'external',
};
/** What pitower's fixture has of an app of another name. */
const player = (...operations: object[]): Situation =>
  feeds(
    ...operations.map(operation => ({ app: 'media-player', ...operation })),
  );

/** Of monosense, without what deploys PostgreSQL on a cluster. */
const withoutDatabases = (cluster: string) => {
  const path = `kubernetes/clusters/${cluster}/databases.yaml`;
  const before = monosenseRepository.readText(path) ?? '';
  return applyEdits(monosenseRepository, [{ kind: 'delete', path, before }]);
};
const sharedDatabase: Operation[] = [
  workloadOn(['infra']),
  { type: 'add-database', app: 'notes', size: '1Gi' },
];

const cases: [
  code: string,
  fires: Situation,
  silent: Situation,
  field?: string,
][] = [
  [
    'app-name-invalid',
    app({ app: 'a'.repeat(56) }),
    app({ app: 'a'.repeat(55) }),
    'app',
  ],
  ['app-name-invalid', app({ app: 'Ünïcode' }), app({ app: 'unicode' }), 'app'],
  ['app-name-invalid', app({ app: '9notes' }), app({ app: 'notes9' }), 'app'],
  ['app-name-reserved', app({ app: 'argocd' }), app({ app: 'argo' }), 'app'],
  ['app-name-taken', app({ app: 'tides' }), app({ app: 'tide' }), 'app'],
  ['app-name-taken', app({ app: 'journal' }), app({ app: 'journals' }), 'app'],
  ['category-unknown', app({ category: 'media' }), app({}), 'category'],
  [
    'cluster-unknown',
    app({ clusters: ['mars'] }),
    app({ clusters: ['edgit'] }),
    'clusters',
  ],
  [
    'layout-unknown',
    app({ layout: 'tower' }),
    app({ layout: 'raw' }),
    'layout',
  ],
  ['chart-invalid', chart({}, { name: 'a/b' }), chart(), 'chart.name'],
  [
    'chart-invalid',
    chart({}, { repository: 'https://me:x@charts.example.org' }),
    chart(),
    'chart.repository',
  ],
  [
    'chart-invalid',
    chart({}, { repository: 'file:///etc' }),
    chart({}, { repository: 'oci://charts.example.org/a' }),
    'chart.repository',
  ],
  ['chart-invalid', chart({}, { version: '*' }), chart(), 'chart.version'],
  [
    'chart-repository-new',
    chart({}, { repository: 'https://other.example.org' }),
    chart({}, { repository: 'https://charts.example.org/' }),
    'chart.repository',
  ],
  [
    'plain-secret-value',
    values({ auth: { adminPassword: 'x' } }),
    values({ auth: { adminPassword: '', existingSecret: 'search-secrets' } }),
    'values',
  ],
  [
    'pod-insecure',
    values({ securityContext: { privileged: true } }),
    values({ securityContext: { privileged: false } }),
    'values',
  ],
  [
    'manifest-unexpected',
    values({ extraObjects: [{ apiVersion: 'v1', kind: 'Secret' }] }),
    values({ extraObjects: [{ apiVersion: 'v1' }] }),
    'values.0',
  ],
  [
    'manifest-unexpected',
    values({ extraDeploy: ['apiVersion: v1\nkind: Secret\n'] }),
    values({ extraDeploy: ['kind of blue\n'] }),
    'values.0',
  ],
  [
    'host-taken',
    values({ ingress: { hosts: [{ host: 'tides.exitthecloud.eu' }] } }),
    values({ oidc: { issuer: 'https://tides.exitthecloud.eu' } }),
    'values.0',
  ],
  ['layout-unknown', chart({ layout: 'raw' }), chart(), 'layout'],
  [
    'backend-port-unknown',
    chartRoute({ service: 'Search', port: 80 }),
    chartRoute({ service: 'search', port: 80 }),
    'service',
  ],
  [
    'backend-port-unknown',
    chartRoute({ service: 'search' }),
    chartRoute({ service: 'search', port: 80 }),
    'port',
  ],
  [
    'chart-invalid',
    change({
      type: 'set-chart-version',
      app: 'wiki',
      chart: 'wiki',
      version: '^3.0.0',
    }),
    change({
      type: 'set-chart-version',
      app: 'wiki',
      chart: 'wiki',
      version: 'v3.0.0-rc.1',
    }),
    'version',
  ],
  [
    'chart-unknown',
    change({
      type: 'set-chart-version',
      app: 'wiki',
      chart: 'tides',
      version: '3.2.0',
    }),
    change({ type: 'set-chart-version', app: 'wiki', version: '3.2.0' }),
    'chart',
  ],
  ['app-unknown', route({ app: 'diary' }), route({}), 'app'],
  [
    'autoscaling-invalid',
    change(autoscale({ min: 3, max: 2 }), scalable),
    change(autoscale(), scalable),
    'min',
  ],
  [
    'autoscaling-invalid',
    change(autoscale({ max: 11 }), scalable),
    change(autoscale({ max: 10 }), scalable),
    'max',
  ],
  [
    'autoscaling-invalid',
    change(autoscale({ cpuPercent: 0 }), scalable),
    change(autoscale({ cpuPercent: 100 }), scalable),
    'cpuPercent',
  ],
  [
    'autoscaling-invalid',
    change(autoscale({ workload: 'journal' }), scalable),
    change(autoscale(), scalable),
    'workload',
  ],
  [
    'replicas-share-volume',
    change(mount({ workload: 'web' }), scalable),
    change(mount({ workload: 'journal' }), scalable),
    'purpose',
  ],
  [
    'volume-invalid',
    change(mount({ mountPath: '/etc' })),
    change(mount()),
    'mountPath',
  ],
  [
    'volume-invalid',
    change(mount({ workload: 'web', purpose: 'replicated' }), {
      'k8s/journal/web.yaml': scalable['k8s/journal/web.yaml']
        .replace('replicas: 2', 'replicas: 1')
        .replace(
          'containers:',
          'volumes: [{name: data, emptyDir: {}}], containers:',
        ),
    }),
    change(mount()),
    'name',
  ],
  [
    'backend-port-unknown',
    route({ port: 8080 }),
    route({ port: 9090 }),
    'port',
  ],
  [
    'backend-port-unknown',
    route({ port: undefined }),
    route({ port: 3000 }),
    'port',
  ],
  [
    'client-id-invalid',
    login({ clientId: 'my client' }),
    login({}),
    'clientId',
  ],
  ['client-id-taken', login({ clientId: 'journal' }), login({}), 'clientId'],
  [
    'confirmation-missing',
    change(retire('jurnal')),
    change(retire()),
    'confirmation',
  ],
  [
    'container-unknown',
    change(setImage({ workload: 'worker' }), {
      'k8s/journal/worker.yaml': workload('StatefulSet', 'worker'),
    }),
    change(setImage({ workload: 'worker', container: 'b' }), {
      'k8s/journal/worker.yaml': workload('StatefulSet', 'worker'),
    }),
    'container',
  ],
  [
    'edit-outside-app',
    boundary({
      kind: 'delete',
      path: 'k8s/apps/kustomization.yaml',
      before: '',
    }),
    boundary({ kind: 'delete', path: 'k8s/apps/notes.yaml', before: '' }),
  ],
  [
    'edit-outside-app',
    boundary({ kind: 'create', path: '.github/workflows/x.yaml', after: '' }),
    boundary({ kind: 'create', path: 'k8s/notes/x.yaml', after: '' }),
  ],
  [
    'edit-outside-app',
    boundary({ kind: 'create', path: 'k8s/notes/../tides/x.yaml', after: '' }),
    boundary({
      kind: 'change',
      path: 'k8s/apps/kustomization.yaml',
      before: '',
      after: '',
    }),
  ],
  [
    'dashboard-title-taken',
    feeds({ ...link, title: 'Feeds' }),
    feeds(link),
    'title',
  ],
  [
    'database-by-hand',
    () => planMonosense(sharedDatabase).findings,
    player({ type: 'add-database', size: '1Gi' }),
  ],
  [
    'database-cluster-missing',
    () => planMonosense(sharedDatabase, withoutDatabases('infra')).findings,
    () => planMonosense(sharedDatabase, withoutDatabases('apps')).findings,
    'app',
  ],
  [
    'database-deleted',
    feeds({ type: 'retire-app', confirmation: 'selfhosted-feeds' }),
    player({ type: 'retire-app', confirmation: 'media-player' }),
  ],
  [
    'database-name-invalid',
    player({ type: 'add-database', size: '1Gi', name: 'a"; drop' }),
    player({ type: 'add-database', size: '1Gi', name: 'films' }),
    'name',
  ],
  [
    'database-taken',
    feeds({ type: 'add-database', size: '2Gi', env: 'DB' }),
    player({ type: 'add-database', size: '2Gi', env: 'DB' }),
    'app',
  ],
  [
    'exposure-unknown',
    feeds({ ...news, exposure: 'direct' }),
    feeds(news),
    'exposure',
  ],
  [
    'text-unsafe',
    feeds({ ...link, title: '{{HOMEPAGE_VAR_TOKEN}}' }),
    feeds(link),
    'title',
  ],
  [
    'env-name-duplicate',
    app({
      env: [
        { name: 'A', value: '' },
        { name: 'A', value: '' },
      ],
    }),
    app({
      env: [
        { name: 'A', value: '' },
        { name: 'B', value: '' },
      ],
    }),
    'env.1.name',
  ],
  [
    'env-name-duplicate',
    secret({ env: 'BRAND' }),
    secret({ env: 'BRANDS' }),
    'entries.0.env',
  ],
  [
    'env-name-duplicate',
    secret({}, [{ key: 'atlas/x' }]),
    secret({}, [{ env: 'X', key: 'atlas/x' }]),
    'entries.1.env',
  ],
  [
    'env-name-invalid',
    app({ env: [{ name: 'A-B', value: '' }] }),
    app({ env: [{ name: 'A_B', value: '' }] }),
    'env.0.name',
  ],
  [
    'env-name-reserved',
    app({ env: [{ name: 'LD_PRELOAD', value: '/x' }] }),
    app({ env: [{ name: 'PRELOAD', value: '/x' }] }),
    'env.0.name',
  ],
  [
    'env-not-plain',
    () =>
      plan([
        {
          type: 'add-secret',
          app: 'journal',
          entries: [{ env: 'DB', key: 'atlas/db' }],
        },
        { type: 'set-env', app: 'journal', name: 'DB', value: 'x' },
      ]).findings,
    change({ type: 'set-env', app: 'journal', name: 'DB', value: 'x' }),
    'name',
  ],
  [
    'file-not-writable',
    withoutFile('terraform/keycloak/clients.tf', wholeRequest),
    () => plan(wholeRequest).findings,
  ],
  ['gateway-full', crowdedGateway(60), crowdedGateway(59), 'host'],
  [
    'gateway-unknown',
    withProfile({
      domains: [
        {
          ...profile.domains[0],
          gateway: { ...profile.domains[0].gateway, sectionName: 'https' },
        },
      ],
    }),
    withProfile({}),
    'host',
  ],
  ['host-invalid', route({ host: '*.exitthecloud.eu' }), route({}), 'host'],
  ['host-invalid', route({ host: 'Diary.exitthecloud.eu' }), route({}), 'host'],
  [
    'host-outside-domains',
    route({ host: 'diary.example.org' }),
    route({}),
    'host',
  ],
  [
    'host-outside-domains',
    route({ host: 'exitthecloud.eu' }),
    route({}),
    'host',
  ],
  [
    'host-outside-domains',
    route({ host: 'a.b.exitthecloud.eu' }),
    route({ host: 'a-b.exitthecloud.eu' }),
    'host',
  ],
  [
    'host-reserved',
    route({ host: 'www.exitthecloud.eu' }),
    route({ host: 'www.apps.edgeprime.io' }),
    'host',
  ],
  [
    'host-taken',
    route({ host: 'tides.exitthecloud.eu', path: '/login' }),
    route({ host: 'tides.apps.edgeprime.io' }),
    'host',
  ],
  [
    'image-invalid',
    app({ image: 'ghcr.io/Example/notes:1' }),
    app({ image: 'ghcr.io/example/notes:1' }),
    'image',
  ],
  [
    'image-registry-unproxied',
    app({ image: 'registry.k8s.io/pause:3.9' }),
    app({ image: 'nginx:1.29' }),
    'image',
  ],
  [
    'image-untagged',
    app({ image: 'ghcr.io/example/notes' }),
    app({ image: `ghcr.io/example/notes@sha256:${'0'.repeat(64)}` }),
    'image',
  ],
  [
    'image-untagged',
    app({ image: 'nginx:latest' }),
    app({ image: 'nginx:1' }),
    'image',
  ],
  [
    'layout-unsupported',
    change({ ...scale, app: 'wiki' }),
    change(scale),
    'app',
  ],
  [
    'listener-refuses-host',
    withProfile(
      { domains: [{ ...profile.domains[0], domain: 'apps.edgeprime.io' }] },
      [
        createApp,
        {
          type: 'add-route',
          app: 'notes',
          host: 'x.apps.edgeprime.io',
          path: '/',
        },
      ],
    ),
    withProfile({}),
    'host',
  ],
  [
    'manifest-invalid',
    schema('apiVersion: v1\nkind: Service\nspec: {ports: [{port: http}]}\n'),
    schema('apiVersion: v1\nkind: Service\nspec: {ports: [{port: 80}]}\n'),
  ],
  [
    'manifest-invalid',
    schema(
      'apiVersion: v1\nkind: Service\nspec: {externalName: "${HOST}", ports: [{port: http}]}\n',
    ),
    schema(
      'apiVersion: v1\nkind: Service\nspec: {externalName: "x.${HOST}", ports: [{port: "${PORT}"}]}\n',
    ),
  ],
  [
    'manifest-invalid',
    schema(
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec: {data: [{secretKey: 1}]}\n',
    ),
    () => checkManifests(plan(wholeRequest).edits),
  ],
  [
    'manifest-unexpected',
    boundary({
      kind: 'create',
      path: 'k8s/notes/x.yaml',
      after: 'kind: ClusterRole\n',
    }),
    boundary({
      kind: 'create',
      path: 'k8s/notes/x.yaml',
      after: 'kind: Service\n',
    }),
  ],
  [
    'manifest-unexpected',
    boundary({
      kind: 'create',
      path: 'k8s/notes/x.yaml',
      after: 'kind: Service\nmetadata: {namespace: tides}\n',
    }),
    boundary({
      kind: 'create',
      path: 'k8s/notes/x.yaml',
      after: 'kind: Service\nmetadata: {namespace: notes}\n',
    }),
  ],
  [
    'not-in-profile',
    withProfile({
      layouts: profile.layouts.map(layout => ({
        ...layout,
        blocks: layout.blocks.filter(({ block }) => block !== 'http-route'),
      })),
    }),
    withProfile({}),
  ],
  [
    'owner-foreign',
    app({ owner: 'group:default/borealis' }),
    app({ owner: 'group:default/atlas' }),
    'owner',
  ],
  [
    'owner-foreign',
    route({ app: 'tides' }),
    () =>
      plan(
        [
          {
            type: 'add-route',
            app: 'tides',
            host: 'sea.exitthecloud.eu',
            path: '/',
            port: 3000,
          },
        ],
        petra,
      ).findings,
    'app',
  ],
  ['owner-unknown', app({ owner: 'atlas' }), app({}), 'owner'],
  [
    'owner-unknown',
    () =>
      plan([{ ...createApp, owner: 'group:default/nobody' }], petra).findings,
    () => plan([createApp], petra).findings,
    'owner',
  ],
  ['path-invalid', route({ path: '/a/../b' }), route({ path: '/a/b' }), 'path'],
  [
    'path-taken',
    () =>
      plan([
        ...wholeRequest,
        {
          type: 'add-route',
          app: 'journal',
          host: 'journal.exitthecloud.eu',
          path: '/',
          port: 9090,
        },
      ]).findings,
    route({ host: 'journal.exitthecloud.eu' }),
    'path',
  ],
  [
    'plain-secret-value',
    app({ env: [{ name: 'DB_PASSWORD', value: 'x' }] }),
    app({ env: [{ name: 'PASSWORD_LENGTH', value: '12' }] }),
    'env.0.value',
  ],
  ['pod-insecure', pod('create', safe, '{}'), pod('create', safe, safe)],
  [
    'pod-insecure',
    pod('change', safe, '{securityContext: {privileged: true}}'),
    pod('change', '{}', '{}'),
  ],
  [
    'policy-exempted',
    () => planPolicy([createApp], policyProfile([exceptionOptions])).findings,
    () => planPolicy([createApp], policyProfile([])).findings,
  ],
  ['port-invalid', app({ port: 0 }), app({ port: 1 }), 'port'],
  [
    'quantity-invalid',
    app({ resources: { ...base, memoryRequest: '1 GB' } }),
    app({ resources: { ...base, memoryRequest: '0.5Gi' } }),
    'resources.memoryRequest',
  ],
  [
    'quantity-invalid',
    app({ resources: { ...base, cpuRequest: '2', cpuLimit: '1' } }),
    app({ resources: { ...base, cpuRequest: '2', cpuLimit: '2' } }),
    'resources.cpuRequest',
  ],
  [
    'quantity-too-large',
    app({ resources: { ...base, memoryLimit: '64Gi' } }),
    app({ resources: { ...base, memoryLimit: '32Gi' } }),
    'resources.memoryLimit',
  ],
  [
    'quantity-too-large',
    app({ storage: [{ ...volume, size: '1Ti' }] }),
    app({ storage: [{ ...volume, size: '500Gi' }] }),
    'storage.0.size',
  ],
  [
    'redirect-host-foreign',
    login({ host: 'tides.exitthecloud.eu' }),
    login({}),
    'host',
  ],
  [
    'redirect-uri-invalid',
    login({ callbackPath: '/*' }),
    login({}),
    'callbackPath',
  ],
  [
    'redirect-uri-invalid',
    login({ callbackPath: 'http://evil.example/' }),
    login({}),
    'callbackPath',
  ],
  [
    'replicas-invalid',
    app({ replicas: 0, storage: [] }),
    app({ replicas: 10, storage: [] }),
    'replicas',
  ],
  [
    'replicas-share-volume',
    app({ replicas: 2 }),
    app({ replicas: 2, storage: [] }),
    'replicas',
  ],
  [
    'replicas-autoscaled',
    change(scale, { 'k8s/journal/scale.yaml': autoscaler('journal') }),
    change(scale, { 'k8s/journal/scale.yaml': autoscaler('other') }),
    'replicas',
  ],
  [
    'request-too-large',
    () => plan(Array(51).fill(createApp)).findings,
    app({}),
  ],
  [
    'request-too-large',
    app({
      env: Array.from({ length: 100 }, (_, at) => ({
        name: `A${at}`,
        value: 'x '.repeat(1000),
      })),
    }),
    app({}),
  ],
  [
    'route-unknown',
    change(move({ host: 'tides.exitthecloud.eu' })),
    change(move()),
    'host',
  ],
  [
    'listener-refuses-host',
    change(move({ newHost: 'diary.apps.edgeprime.io' })),
    change(move()),
    'newHost',
  ],
  [
    'host-taken',
    change(move({ newHost: 'tides.exitthecloud.eu' })),
    change(move()),
    'host',
  ],
  [
    'owner-foreign',
    change({
      type: 'set-owner',
      app: 'journal',
      owner: 'group:default/borealis',
    }),
    change({ type: 'set-owner', app: 'journal', owner: 'group:default/atlas' }),
    'owner',
  ],
  [
    'layout-unsupported',
    change(
      {
        type: 'set-chart-version',
        app: 'wiki',
        chart: 'wiki',
        version: '3.2.0',
      },
      { 'k8s/wiki/Chart.lock': 'dependencies: []\n' },
    ),
    change({
      type: 'set-chart-version',
      app: 'wiki',
      chart: 'wiki',
      version: '3.2.0',
    }),
    'version',
  ],
  [
    'realm-import-not-applied',
    () =>
      planMonosense([workloadOn(['apps']), realmRoute, realmLogin]).findings,
    () => planMonosense([workloadOn(['apps']), realmRoute]).findings,
  ],
  [
    'schema-unknown',
    schema('apiVersion: batch/v1\nkind: Job\n'),
    schema('apiVersion: v1\nkind: Namespace\n'),
  ],
  [
    'secret-key-foreign',
    secret({ key: 'borealis/db' }),
    secret({ key: 'atlas/db' }),
    'entries.0.key',
  ],
  [
    'secret-key-invalid',
    secret({ key: 'atlas/{{ .x }}' }),
    secret({ key: 'atlas/x' }),
    'entries.0.key',
  ],
  [
    'secret-key-invalid',
    secret({ property: '.*' }),
    secret({ property: 'a.b' }),
    'entries.0.property',
  ],
  [
    'secret-key-mount',
    secret({ key: 'kv/atlas/db' }),
    secret({ key: 'atlas/kv/db' }),
    'entries.0.key',
  ],
  [
    'secret-name-taken',
    withForeignSecret('harbor-registry'),
    withForeignSecret('others'),
  ],
  [
    'secret-value-missing',
    () => planIdentity(identityRequest('raw')).findings,
    () => plan(wholeRequest).findings,
  ],
  [
    'still-referenced',
    change(retire(), {
      'k8s/tides/config.yaml': 'data: {url: "http://journal.journal.svc:80"}\n',
    }),
    change(retire(), {
      'k8s/tides/config.yaml': 'data: {url: "http://tides.tides.svc:80"}\n',
    }),
  ],
  [
    'storage-purpose-unknown',
    app({ storage: [{ ...volume, purpose: 'fast' }] }),
    app({ storage: [{ ...volume, purpose: 'local' }] }),
    'storage.0.purpose',
  ],
  [
    'store-unknown',
    withoutFile('k8s/secrets/store.yaml', wholeRequest),
    () => plan(wholeRequest).findings,
  ],
  [
    'survives',
    () => {
      const { edits } = plan(wholeRequest);
      const there = applyEdits(repository, edits);
      return plan(
        [{ type: 'retire-app', app: 'notes', confirmation: 'notes' }],
        ada,
        there,
      ).findings;
    },
    change(retire()),
  ],
  [
    'system-invalid',
    app({ system: 'My system' }),
    app({ system: 'my-system' }),
    'system',
  ],
  [
    'text-unsafe',
    app({ description: 'a\u202eb' }),
    app({ description: 'a b' }),
    'description',
  ],
  [
    'volume-invalid',
    app({ storage: [{ ...volume, mountPath: '/etc' }] }),
    app({ storage: [{ ...volume, mountPath: '/etc/notes' }] }),
    'storage.0.mountPath',
  ],
  [
    'volume-invalid',
    app({ storage: [volume, { ...volume, mountPath: '/b' }] }),
    app({ storage: [volume, { ...volume, name: 'b', mountPath: '/b' }] }),
    'storage.1.name',
  ],
  [
    'workload-unknown',
    change(setImage({ workload: 'job' })),
    change(setImage({ workload: 'journal' })),
    'workload',
  ],
];

/** Said by the reader, and tested there. */
const readerCodes = new Set([
  'cyclic-reference',
  'dashboard-link-dead',
  'dependency-missing',
  'duplicate-resource',
  'duplicate-unit',
  'encrypted',
  'finalizer-misspelt',
  'foreign-source',
  'generator-empty',
  'host-twice',
  'invalid-manifest',
  'listener-refuses-route',
  'missing-file',
  'namespace-missing',
  'not-evaluated',
  'not-wired',
  'patch-without-target',
  'plain-secret',
  'remote-resource',
  'store-missing',
  'suspended',
  'template-failed',
  'too-deep',
  'unknown-destination',
  'unreadable-file',
  'variable-unset',
]);

/** Said of a branch, and tested with `checkChange`. */
const branchCodes = new Set([
  'backend-missing',
  'directory-foreign',
  'file-too-large',
  'listener-name-taken',
  'namespace-taken',
]);

const namedCases = cases.map(([code, fires, silent, field]) => ({
  code,
  fires,
  silent,
  field,
}));

describe('checks', () => {
  it.each(namedCases)(
    'say $code where it is so, and only there',
    ({ code, fires, silent, field }) => {
      const found = fires().filter(finding => finding.code === code);
      expect(found).not.toEqual([]);
      expect(silent().map(finding => finding.code)).not.toContain(code);
      for (const finding of found) {
        expect(finding.message).toMatch(/^\S[^]*[.]$/);
        expect(finding.fix).toMatch(/^[A-Z][^]*[.]$/);
        expect(finding.field).toBe(field);
      }
    },
  );

  it('have a case for every code', () => {
    const tested = new Set(cases.map(([code]) => code));
    expect(
      findingCodes.filter(
        code =>
          !tested.has(code) && !readerCodes.has(code) && !branchCodes.has(code),
      ),
    ).toEqual([]);
  });

  it('stop what follows on an app that is refused', () => {
    const [create, ...others] = wholeRequest;
    const refused = plan([{ ...create, ...createApp, port: 0 }, ...others]);
    expect(refused.findings.map(({ code }) => code)).toEqual(['port-invalid']);
    expect(refused.edits).toEqual([]);
  });
});
