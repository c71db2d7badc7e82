import fc from 'fast-check';

type Value = Record<string, unknown>;

/** Small names and few of them, so that things meet. */
const name = fc.constantFrom('web', 'db', 'default');
const namespace = fc.constantFrom(undefined, undefined, 'one', 'default');
const metadata = fc
  .tuple(name, namespace, fc.constantFrom(undefined, { tier: 'a' }))
  .map(([own, space, labels]) => ({
    name: own,
    ...(space === undefined ? {} : { namespace: space }),
    ...(labels === undefined ? {} : { labels }),
  }));

const podSpec = name.map(other => ({
  serviceAccountName: other,
  containers: [
    {
      name: 'main',
      image: 'ghcr.io/a/web:1',
      ports: [{ containerPort: 80 }, { containerPort: 81, protocol: 'UDP' }],
      envFrom: [{ configMapRef: { name: other } }],
      env: [
        { name: 'A', value: 'a' },
        {
          name: 'B',
          valueFrom: { secretKeyRef: { name: other, key: 'k' } },
        },
      ],
    },
    { name: 'side', image: 'side@sha256:0' },
  ],
  volumes: [{ name: 'v', persistentVolumeClaim: { claimName: other } }],
}));

function object(
  apiVersion: string,
  kind: string,
  rest: fc.Arbitrary<Value> = fc.constant({}),
): fc.Arbitrary<Value> {
  return fc
    .tuple(metadata, rest)
    .map(([meta, more]) => ({ apiVersion, kind, metadata: meta, ...more }));
}

const resource = fc.oneof(
  object('v1', 'ConfigMap', fc.constant({ data: { a: '1', 'b.txt': 'x' } })),
  object('v1', 'Secret'),
  object('v1', 'Namespace'),
  object('v1', 'ServiceAccount'),
  object('v1', 'PersistentVolumeClaim'),
  object(
    'apps/v1',
    'Deployment',
    podSpec.map(spec => ({ spec: { template: { spec } } })),
  ),
  object(
    'v1',
    'Service',
    fc.constant({ spec: { selector: { app: 'x' }, ports: [{ port: 80 }] } }),
  ),
  object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    name.map(backend => ({
      spec: {
        hostnames: ['a.example', `${backend}.example`],
        parentRefs: [{ name: 'gateway', namespace: 'gateway' }],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ name: backend, port: 80 }],
          },
        ],
      },
    })),
  ),
  object('rbac.authorization.k8s.io/v1', 'ClusterRole'),
  object(
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    fc.tuple(name, name).map(([role, subject]) => ({
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: role,
      },
      subjects: [{ kind: 'ServiceAccount', name: subject }],
    })),
  ),
  object('cert-manager.io/v1', 'ClusterIssuer'),
  object(
    'helm.toolkit.fluxcd.io/v2',
    'HelmRelease',
    name.map(from => ({
      spec: { valuesFrom: [{ kind: 'ConfigMap', name: from }] },
    })),
  ),
);

const target = fc.record(
  {
    kind: fc.constantFrom(
      'Deployment',
      'HTTPRoute',
      'ConfigMap|Secret',
      'Servi.*',
    ),
    name: fc.constantFrom('web', 'w.b', 'web|db', '.*'),
    namespace: fc.constantFrom('default', 'one'),
    labelSelector: fc.constantFrom(
      'tier=a',
      'tier in (a, b)',
      '!tier',
      'tier!=a',
    ),
  },
  { requiredKeys: ['kind'] },
);

const operation = fc.constantFrom(
  { op: 'add', path: '/metadata/annotations', value: { a: 'b' } },
  { op: 'replace', path: '/metadata/name', value: 'renamed' },
  { op: 'replace', path: '/spec/hostnames/0', value: 'json.example' },
  { op: 'add', path: '/spec/hostnames/-', value: 'more.example' },
  { op: 'remove', path: '/spec/hostnames/1' },
  { op: 'copy', from: '/metadata/name', path: '/metadata/generateName' },
  { op: 'test', path: '/metadata/name', value: 'web' },
  { op: 'remove', path: '/metadata/namespace' },
  { op: 'add', path: '/metadata/labels/x', value: 'y' },
);

const change = fc.constantFrom<Value>(
  { $patch: 'delete' },
  { spec: { hostnames: ['merged.example'] } },
  { spec: { hostnames: null } },
  { spec: { rules: [{ matches: [{ path: { value: '/sub' } }] }] } },
  { metadata: { labels: { merged: 'yes' }, annotations: null } },
  { data: { a: null, c: 'd' } },
  {
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'main',
              image: 'merged:2',
              env: [{ name: 'C', value: 'c' }],
            },
            { name: 'side', $patch: 'delete' },
            { name: 'third', image: 'third:3' },
          ],
        },
      },
    },
  },
  {
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'main', ports: [{ containerPort: 80, name: 'http' }] },
          ],
          volumes: [{ $patch: 'replace' }, { name: 'w', emptyDir: {} }],
        },
      },
    },
  },
  { spec: { $patch: 'replace', replicas: 2 } },
);

/** What replacements and patches without a target can count on. */
const known: Value[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web' },
    data: { 'b.txt': 'x' },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'web', namespace: 'one' },
    spec: { hostnames: ['a.example', 'b.example'] },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      template: {
        spec: {
          containers: [{ name: 'main', image: 'side' }],
          volumes: [{ name: 'v', emptyDir: {} }],
        },
      },
    },
  },
];

function toPatch(of: Value, { metadata: more, ...rest }: Value): Value {
  const own = typeof of.metadata === 'object' ? of.metadata : {};
  const added = typeof more === 'object' ? more : {};
  return {
    apiVersion: of.apiVersion,
    kind: of.kind,
    ...rest,
    metadata: { ...own, ...added },
  };
}

const merged = fc
  .tuple(resource, change)
  .map(([of, more]) => toPatch(of, more));

/** For an object that is often there. */
const meant = fc.oneof(
  { weight: 1, arbitrary: merged },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.nat(2), change)
      .map(([index, more]) => toPatch(known[index], more)),
  },
);

const patch = fc.oneof(
  fc
    .tuple(target, fc.array(operation, { minLength: 1, maxLength: 2 }))
    .map(([to, operations]) => ({
      target: to,
      patch: JSON.stringify(operations),
    })),
  fc
    .tuple(target, merged)
    .map(([to, value]) => ({ target: to, patch: JSON.stringify(value) })),
  meant.map(value => ({ patch: JSON.stringify(value) })),
);

const generator = fc.record(
  {
    name,
    namespace: fc.constantFrom('one', 'default'),
    behavior: fc.constantFrom('create', 'create', 'create', 'merge', 'replace'),
    literals: fc.uniqueArray(
      fc.constantFrom('a=1', 'b="quoted"', 'c=<&>é\u2028', 'd=x=y'),
      { minLength: 1, maxLength: 3 },
    ),
    files: fc.constantFrom(['file.txt'], ['as.yaml=file.txt']),
    envs: fc.constant(['vars.env']),
    options: fc.record(
      {
        disableNameSuffixHash: fc.boolean(),
        labels: fc.constant({ made: 'yes' }),
        immutable: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['name'] },
);

const replacement = fc.record({
  source: fc.record(
    {
      kind: fc.constantFrom('ConfigMap', 'HTTPRoute', 'Deployment'),
      name,
      fieldPath: fc.constantFrom(
        'metadata.name',
        'metadata.namespace',
        'spec.hostnames.0',
        'data.[b.txt]',
      ),
    },
    { requiredKeys: ['kind', 'name'] },
  ),
  targets: fc.tuple(
    fc.record(
      {
        select: fc.record(
          {
            kind: fc.constantFrom('HTTPRoute', 'HelmRelease', 'Service'),
            name,
          },
          { requiredKeys: ['kind'] },
        ),
        reject: fc.tuple(fc.record({ name })),
        fieldPaths: fc.constantFrom(
          ['spec.hostnames.1'],
          ['spec.rules.*.backendRefs.[port=80].name'],
          ['metadata.annotations.made'],
          ['spec.valuesFrom.[kind=ConfigMap].name'],
          ['spec.selector.app'],
        ),
        options: fc.constantFrom(
          { create: true },
          { delimiter: '.', index: 0 },
          { delimiter: '.', index: -1 },
        ),
      },
      { requiredKeys: ['select', 'fieldPaths'] },
    ),
  ),
});

const some = <T>(item: fc.Arbitrary<T>, maxLength = 2) =>
  fc.array(item, { maxLength });

/** What one kustomization does, beside what it includes. */
const transformation = fc.record(
  {
    namespace: fc.constantFrom('one', 'two', 'default'),
    namePrefix: fc.constantFrom('p-', 'q-'),
    nameSuffix: fc.constantFrom('-s', ''),
    labels: some(
      fc.record(
        {
          pairs: fc.constantFrom({ app: 'x' }, { tier: 'b' }),
          includeSelectors: fc.boolean(),
        },
        { requiredKeys: ['pairs'] },
      ),
    ),
    commonAnnotations: fc.constant({ by: 'us' }),
    images: some(
      fc.constantFrom(
        { name: 'ghcr.io/a/web', newTag: '2' },
        { name: 'side', newName: 'other', digest: 'sha256:1' },
      ),
    ),
    replicas: fc.constantFrom([], [], [{ name: 'web', count: 3 }]),
    configMapGenerator: some(generator),
    secretGenerator: some(generator, 1),
    generatorOptions: fc.constantFrom({ disableNameSuffixHash: true }, {}),
    patches: some(patch),
    patchesStrategicMerge: some(
      merged.map(value => `${JSON.stringify(value)}\n`),
      1,
    ),
    replacements: some(replacement, 1),
    configurations: fc.constant(['../names.yaml']),
  },
  { requiredKeys: [] },
);

/** Mostly little of it, so that most trees build. */
const sparse = fc
  .tuple(transformation, fc.infiniteStream(fc.nat(5)))
  .map(([fields, dice]) =>
    Object.fromEntries(
      Object.entries(fields).filter(() => dice.next().value === 0),
    ),
  );

const included = (...paths: string[]) => fc.subarray(paths, { minLength: 1 });

const leaf = fc.tuple(sparse, some(resource, 3));
const shared = {
  'file.txt': 'text\n<of>  lines\n',
  'vars.env': '# said\nE=1\n  F=2 \n',
};

/** Files of a small tree of kustomizations; `root` is the one to build. */
export const kustomizationTree = fc
  .record({
    one: leaf,
    two: leaf,
    component: leaf,
    middle: fc.tuple(
      sparse,
      some(resource, 1),
      fc.constantFrom<string[]>(
        ['../one'],
        ['../one'],
        ['../one', '../two'],
        ['../two'],
      ),
    ),
    root: fc.tuple(
      sparse,
      some(resource, 1),
      fc.oneof(
        { weight: 9, arbitrary: fc.constant<string[]>(['../middle']) },
        included('../middle', '../one'),
        included('../root', '../missing', '../component', 'missing.yaml'),
      ),
    ),
    components: fc.subarray(['../component']),
  })
  .map(({ one, two, component, middle, root, components }) => ({
    ...directory('one', one[0], [...known, ...one[1]], []),
    ...directory('two', two[0], two[1], []),
    ...directory(
      'component',
      { kind: 'Component', ...component[0] },
      component[1],
      [],
    ),
    ...directory('middle', middle[0], middle[1], middle[2]),
    ...directory('root', { ...root[0], components }, root[1], root[2]),
    'names.yaml': JSON.stringify({
      nameReference: [
        {
          kind: 'ConfigMap',
          version: 'v1',
          fieldSpecs: [{ path: 'spec/valuesFrom/name', kind: 'HelmRelease' }],
        },
      ],
    }),
  }));

function directory(
  path: string,
  kustomization: Value,
  resources: Value[],
  directories: string[],
): Record<string, string> {
  const files = resources.map((value, index) => [
    `${path}/${index}.yaml`,
    JSON.stringify(value),
  ]);
  return {
    ...Object.fromEntries(files),
    ...Object.fromEntries(
      Object.entries(shared).map(([file, text]) => [`${path}/${file}`, text]),
    ),
    [`${path}/kustomization.yaml`]: JSON.stringify({
      ...kustomization,
      resources: [
        ...directories,
        ...resources.map((_value, index) => `${index}.yaml`),
      ],
    }),
  };
}
