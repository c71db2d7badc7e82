import { parse as parseHcl } from '@cdktf/hcl2json';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import {
  createApp,
  notesPlace,
  plan,
  profile,
  repository,
  wholeRequest,
} from '../__testUtils__/readFixture';
import { operationsSchema, type Operation } from '../operation/Operation';
import { checkPlanBoundary } from '../checks/checkPlanBoundary';
import { readRepository } from '../read/readRepository';
import type { Plan } from './Plan';
import { placeApp } from './placeApp';
import { PlanTree } from './PlanTree';

type Change = (value: string) => Operation[];

const resources = createApp.resources;
const volume = {
  name: 'data',
  mountPath: '/data',
  size: '1Gi',
  purpose: 'replicated',
};
const host = 'notes.exitthecloud.eu';
const route: Operation = { type: 'add-route', app: 'notes', host, path: '/' };

const chart = {
  name: 'wiki',
  repository: 'https://charts.example.org',
  version: '1.0.0',
};
const createChart: Operation = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  chart,
  values: {},
};

/** Every place of a request that takes a text, and what puts one there. */
const fields: Record<string, Change> = {
  app: app => [{ ...createApp, app }],
  owner: owner => [{ ...createApp, owner }],
  system: system => [{ ...createApp, system }],
  image: image => [{ ...createApp, image }],
  newImage: image => [{ type: 'set-image', app: 'journal', image }],
  memory: memoryLimit => [
    { ...createApp, resources: { ...resources, memoryLimit } },
  ],
  variable: name => [{ ...createApp, env: [{ name, value: '1' }] }],
  volume: name => [{ ...createApp, storage: [{ ...volume, name }] }],
  mountPath: mountPath => [
    { ...createApp, storage: [{ ...volume, mountPath }] },
  ],
  size: size => [{ ...createApp, storage: [{ ...volume, size }] }],
  purpose: purpose => [{ ...createApp, storage: [{ ...volume, purpose }] }],
  host: value => [createApp, { ...route, host: value }],
  path: path => [createApp, { ...route, path }],
  secretKey: key => [
    createApp,
    { type: 'add-secret', app: 'notes', entries: [{ env: 'A', key }] },
  ],
  property: property => [
    createApp,
    {
      type: 'add-secret',
      app: 'notes',
      entries: [{ env: 'A', key: 'atlas/a', property }],
    },
  ],
  clientId: clientId => [
    createApp,
    route,
    {
      type: 'add-oidc-client',
      app: 'notes',
      clientId,
      host,
      callbackPath: '/c',
    },
  ],
  callbackPath: callbackPath => [
    createApp,
    route,
    { type: 'add-oidc-client', app: 'notes', host, callbackPath },
  ],
  loginHost: value => [
    createApp,
    route,
    { type: 'add-oidc-client', app: 'notes', host: value, callbackPath: '/c' },
  ],
  newVariable: name => [{ type: 'set-env', app: 'journal', name, value: '1' }],
  newHost: newHost => [
    {
      type: 'change-route',
      app: 'journal',
      host: 'journal.exitthecloud.eu',
      newHost,
    },
  ],
  newOwner: owner => [{ type: 'set-owner', app: 'journal', owner }],
  newMemory: memoryLimit => [
    { type: 'set-resources', app: 'journal', memoryLimit },
  ],
  newVolume: name => [{ type: 'add-volume', app: 'journal', ...volume, name }],
  newMountPath: mountPath => [
    { type: 'add-volume', app: 'journal', ...volume, mountPath },
  ],
  chart: name => [{ ...createChart, chart: { ...chart, name } }],
  chartRepository: address => [
    { ...createChart, chart: { ...chart, repository: address } },
  ],
  version: version => [
    { type: 'set-chart-version', app: 'wiki', chart: 'wiki', version },
  ],
  service: service => [
    {
      type: 'add-route',
      app: 'wiki',
      host: 'wiki.exitthecloud.eu',
      path: '/',
      port: 80,
      service,
    },
  ],
};
const texts: Record<string, Change> = {
  newValue: value => [
    { type: 'set-env', app: 'journal', name: 'BRAND', value },
  ],
  chartValue: text => [{ ...createChart, values: { greeting: { text } } }],
  description: description => [{ ...createApp, description }],
  value: value => [{ ...createApp, env: [{ name: 'GREETING', value }] }],
};

/**
 * Values by class of attack. In a field with a grammar each is refused. In free
 * text each is inert, but for those under `refusedInText`.
 */
const classes: {
  name: string;
  values: string[];
  into: string[];
  refusedInText?: boolean;
}[] = [
  {
    name: '1 YAML structure',
    values: [
      'x\nkind: ClusterRole',
      'x\n---\nkind: Secret',
      '!!js/function "x"',
      '&a [*a, *a]',
      '{a: b}',
      'x: "y"\t# z',
      '<<: *x',
      '- - -',
      '|\n  block',
      'it\'s "quoted" \\ here',
      '%YAML 1.1',
    ],
    into: [
      'app',
      'image',
      'newImage',
      'host',
      'path',
      'secretKey',
      'volume',
      'variable',
      'newVariable',
      'newHost',
      'chart',
      'chartRepository',
      'version',
      'service',
    ],
  },
  {
    name: '1 YAML types',
    values: [
      'no',
      'Yes',
      'on',
      '~',
      'null',
      '1e3',
      '0o7',
      '0x1F',
      '12:30:00',
      '.inf',
      '2026-01-01',
      '=',
      '',
      ' padded ',
      'y',
    ],
    into: [],
  },
  {
    name: '1 YAML breaks',
    values: ['\ufeffx', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\rb', 'a\u0000b'],
    into: ['app', 'image', 'newImage', 'secretKey'],
    refusedInText: true,
  },
  {
    name: '2 templates',
    values: [
      '${{ secrets.token }}',
      '{{ .Values.x }}',
      '{% for x in y %}',
      '$(cat /etc/passwd)',
      '`id`',
      '{{ lookup("v1","Secret","x","y") }}',
    ],
    into: [
      'app',
      'secretKey',
      'path',
      'callbackPath',
      'property',
      'newVariable',
      'newHost',
      'chart',
      'chartRepository',
      'version',
      'service',
    ],
  },
  {
    name: '3 HCL',
    values: [
      '${file("/etc/passwd")}',
      '%{ for x in y }',
      '$${x}',
      '$$${x}',
      '<<EOT\nx\nEOT',
      '" }\nresource "a" "b" {',
      '\\u0024{x}',
    ],
    into: ['clientId', 'callbackPath', 'loginHost', 'app'],
  },
  {
    name: '4 Markdown',
    values: [
      '@org/team',
      'Fixes #1',
      '<img src=x onerror=alert(1)>',
      '/approve',
      '[x](javascript:alert(1))',
      '```\nend',
      '| check | ok |',
    ],
    into: ['app', 'system'],
  },
  {
    name: '5 commit trailers',
    values: [
      'x\n\nCo-authored-by: a <a@b>',
      'x\nSigned-off-by: a',
      '[skip ci]',
      'BREAKING CHANGE: x',
    ],
    into: ['app', 'system'],
  },
  {
    name: '6 paths',
    values: [
      '../tides',
      '..',
      '.git/config',
      '.github/workflows/x',
      'CODEOWNERS',
      'App',
      'app.',
      '-x',
      'a@{1}',
      'refs/heads/-x',
      'a/b',
      'a\\b',
      'con.',
      'a'.repeat(250),
    ],
    into: ['app', 'volume', 'system', 'newVolume', 'chartRepository'],
  },
  {
    name: '7 Application',
    values: [
      'x,project=infrastructure',
      'https://kubernetes.default.svc',
      'infrastructure\nsource:',
      '../../tides/values.yaml',
    ],
    into: ['app', 'system', 'owner', 'purpose'],
  },
  {
    name: '8 hosts',
    values: [
      'tides.exitthecloud.eu',
      '*.exitthecloud.eu',
      '*',
      'TIDES.exitthecloud.eu',
      'exitthecloud.eu',
      'evil.example',
      'a.tides.exitthecloud.eu',
      'x.exitthecloud.eu.evil.example',
      'x.exitthecloud.eu.',
      '127.0.0.1',
      'evilexitthecloud.eu',
    ],
    into: ['host', 'loginHost', 'newHost'],
  },
  {
    name: '9 other namespaces',
    values: ['tides/tides', 'tides.tides.svc', 'gateway', 'kube-system'],
    into: ['app', 'secretKey', 'owner', 'newOwner'],
  },
  {
    name: '10 foreign secrets',
    values: [
      'borealis/db',
      'kv/atlas/db',
      'kv/data/atlas/db',
      '/atlas/db',
      'atlas/../borealis/db',
      'atlas/*',
      'atlas/.*',
      'atlas//db',
      'atlas',
      'atlas/{{ .x }}',
      'Atlas/db',
      'atlasx/db',
      'platform/keycloak',
    ],
    into: ['secretKey'],
  },
  {
    name: '11 redirects',
    values: [
      '*',
      '/*',
      '/a*',
      'http://evil.example/',
      '//evil.example',
      '/../x',
      '/a?b=c',
      '/a#b',
      '/%2e%2e/x',
      'data:text/html,x',
      '/a b',
      '/\\evil.example',
      '/@evil.example',
    ],
    into: ['callbackPath'],
  },
  {
    name: '12 images and mounts',
    values: [
      'nginx',
      'nginx:latest',
      'docker.io/library/nginx',
      'evil.example/x:1',
      'ghcr.io/../x:1',
      'ghcr.io/x:1 --privileged',
      'ghcr.io/x@sha256:abc',
      '/',
      '/etc',
      '/proc/1',
      '/var/run/docker.sock',
      '/sys',
      '/data/../etc',
    ],
    into: ['image', 'mountPath', 'newMountPath', 'version'],
  },
  {
    name: '13 secrets in Git',
    values: [
      `ghp_${'a1B2'.repeat(9)}`,
      `glpat-${'x9'.repeat(12)}`,
      `AKIA${'ABCD1234'.repeat(2)}`,
      `xoxb-${'1234567890'.repeat(2)}`,
      `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIE`,
      'postgres://app:hunter2@db:5432/app',
      'redis://:hunter2@cache:6379',
      'tR7x0Qw9ZpLk3VnM8sYcB2hD5fGjA6eU',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      `${['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTYifQ', 'c2lnbmF0dXJl'].join('.')}`,
    ],
    into: [],
    refusedInText: true,
  },
  {
    name: '14 kustomize and Helm',
    values: [
      'https://evil.example/base',
      'github.com/evil/base?ref=main',
      '../base',
      'helmCharts',
      '$patch: delete',
    ],
    into: [
      'volume',
      'mountPath',
      'system',
      'chart',
      'newMountPath',
      'newVolume',
      'version',
    ],
  },
  {
    name: '15 exhaustion',
    values: ['x'.repeat(10 * 1024 * 1024), 'ab '.repeat(100_000)],
    into: [
      'app',
      'image',
      'newImage',
      'host',
      'path',
      'secretKey',
      'callbackPath',
      'newVariable',
      'newHost',
      'chartRepository',
      'version',
    ],
    refusedInText: true,
  },
  {
    name: '15 numbers',
    values: [
      '99999999999Ti',
      '1e9Gi',
      '-1Gi',
      '0',
      'NaN',
      'Infinity',
      '1 Gi',
      '1Gi\n',
    ],
    into: ['size', 'memory', 'newMemory', 'version'],
  },
  {
    name: '16 unseen characters',
    values: [
      '\u001b[31mred',
      'a\u202eb',
      'a\u200bb',
      'a\u2066b',
      'a\u{e0041}b',
      'a\u0007b',
      '\ud800',
    ],
    into: [
      'app',
      'host',
      'image',
      'variable',
      'owner',
      'newVariable',
      'newHost',
      'newOwner',
      'chart',
      'chartRepository',
    ],
    refusedInText: true,
  },
  {
    name: '16 homoglyphs',
    values: ['аtlas', 'nоtes', 'ｎｏｔｅｓ', 'Ünïcode', 'notes\u0301'],
    into: [
      'app',
      'host',
      'owner',
      'clientId',
      'secretKey',
      'newHost',
      'newOwner',
      'chart',
    ],
  },
];

const cases = classes.flatMap(({ name, values, into, refusedInText }) =>
  values.flatMap((value, at) => [
    ...into.map(field => ({
      title: `${name} #${at + 1} in ${field}: ${JSON.stringify(value.slice(0, 30))}`,
      value,
      change: fields[field],
      refused: true,
    })),
    ...Object.entries(texts).map(([field, change]) => ({
      title: `${name} #${at + 1} in ${field}: ${JSON.stringify(value.slice(0, 30))}`,
      value,
      change,
      refused: refusedInText ?? false,
    })),
  ]),
);

const context = {
  tree: new PlanTree(repository),
  profile,
  model: readRepository(repository, profile),
};
/** Where the apps of the requests lie. */
const places = [
  notesPlace,
  placeApp('journal', context),
  placeApp('search', context, { runs: 'chart' }),
];

/** Everything a plan writes, as data of two YAML parsers and one for HCL. */
async function readEdits({ edits }: Plan): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  for (const edit of edits) {
    const after = edit.kind === 'delete' ? '' : edit.after;
    if (edit.path.endsWith('.tf')) {
      data[edit.path] = await parseHcl(edit.path, after);
      continue;
    }
    const one = parseAllDocuments(after).map(document => document.toJS());
    expect(loadAll(after)).toEqual(one);
    data[edit.path] = one;
  }
  return data;
}

/** The same data with one text for another, wherever it is a whole value. */
function withText(data: unknown, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(data), (_key, part: unknown) =>
    part === from ? to : part,
  );
}

describe('hostile values', () => {
  it('are many, and no two alike', () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });

  it.each(cases)('$title', async ({ value, change, refused }) => {
    const planned = plan(change(value));
    const errors = planned.findings.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.length > 0).toBe(refused);
    for (const { message, fix } of planned.findings) {
      expect(message.length).toBeLessThan(400);
      expect(fix).toBeTruthy();
      expect(`${message}${fix}`).not.toMatch(
        // eslint-disable-next-line no-control-regex
        /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/,
      );
    }
    expect(checkPlanBoundary(planned.edits, places)).toEqual([]);
    const data = await readEdits(planned);
    const benign = 'A plain and harmless text';
    const isWhole = errors.some(({ code }) => code === 'request-too-large');
    const others = isWhole ? [] : change(value).slice(0, -1);
    // A refused operation leaves what the others write; a text that is let in
    // stands where any text would, and nowhere else.
    const expected = plan(refused ? others : change(benign));
    expect(withText(data, value, benign)).toEqual(
      withText(await readEdits(expected), value, benign),
    );
  });

  it.each(classes.find(({ name }) => name.startsWith('13'))?.values ?? [])(
    'never repeats a secret: case %#',
    value => {
      const { findings, edits } = plan(texts.value(value));
      expect(findings.map(({ code }) => code)).toEqual(['plain-secret-value']);
      expect(JSON.stringify({ findings, edits })).not.toContain(value);
    },
  );

  it.each([
    ['project', 'infrastructure'],
    ['namespace', 'tides'],
    ['privileged', true],
    ['hostPath', '/'],
    ['repoURL', 'https://evil.example/x.git'],
    ['helmCharts', [{ name: 'x' }]],
    ['backendRefs', [{ name: 'tides', namespace: 'tides' }]],
    ['dataFrom', [{ find: { name: { regexp: '.*' } } }]],
    ['annotations', { 'argocd.argoproj.io/hook': 'PreSync' }],
  ])('an operation has no %s to set', (key, value) => {
    const operations = operationsSchema.parse(
      wholeRequest.map(operation => ({ ...operation, [key]: value })),
    );
    expect(plan(operations)).toEqual(plan(wholeRequest));
  });
});
