import type { BlockContext } from '../blocks/Block';
import { outline } from '../__testUtils__/outline';
import { exceptionOptions } from '../__testUtils__/policyFixture';
import { notesPlace, profile } from '../__testUtils__/readFixture';
import type { FileEdit } from '../plan/Plan';
import { type AnyBlockOptions, blockOptionsSchema } from '../profile/Profile';
import { checkPlanBoundary, mayTouch } from './checkPlanBoundary';

/** The app notes, whose layout has these blocks alone. */
const placeWith = (...blocks: AnyBlockOptions[]): BlockContext => ({
  ...notesPlace,
  layout: { ...notesPlace.layout, blocks },
  profile: { ...profile, blocks: [] },
});
const shared: AnyBlockOptions = {
  block: 'kustomization-line',
  file: 'k8s/apps/kustomization.yaml',
  line: '{app}.yaml',
  sorted: true,
};
const central: AnyBlockOptions = {
  block: 'http-route',
  file: 'routes/{app}.yaml',
  furtherFile: 'routes/{app}-{host}.yaml',
  list: 'routes/kustomization.yaml',
  namespace: 'routes',
};
const vault: AnyBlockOptions = {
  block: 'vault-path',
  file: 'terraform/vault/{app}.tf',
  variablesFile: 'terraform/vault/variables.tf',
};

describe('mayTouch', () => {
  it.each<[string, FileEdit['kind'], boolean, AnyBlockOptions[]]>([
    ['k8s/notes/any/thing.yaml', 'create', true, []],
    ['k8s/notes/any/thing.yaml', 'delete', true, []],
    ['k8s/notes', 'create', false, []],
    ['k8s/notes2/x.yaml', 'create', false, []],
    ['k8s/tides/x.yaml', 'change', false, []],
    ['old/k8s/notes/x.yaml', 'create', false, []],
    ['k8s/apps/kustomization.yaml', 'change', true, [shared]],
    ['k8s/apps/kustomization.yaml', 'create', true, [shared]],
    ['k8s/apps/kustomization.yaml', 'delete', false, [shared]],
    ['k8s/apps/kustomization.yaml', 'change', false, []],
    ['routes/notes.yaml', 'create', true, [central]],
    ['routes/notes.yaml', 'delete', true, [central]],
    ['routes/tides.yaml', 'create', false, [central]],
    ['routes/kustomization.yaml', 'change', true, [central]],
    ['routes/kustomization.yaml', 'delete', false, [central]],
    ['routes/notes-a-1-b.yaml', 'create', true, [central]],
    ['routes/notes-a-1-b.yaml', 'delete', true, [central]],
    ['routes/notes-.yaml', 'create', false, [central]],
    ['routes/notes-a.b.yaml', 'create', false, [central]],
    ['routes/notes-a/b.yaml', 'create', false, [central]],
    ['routes/notes-A.yaml', 'create', false, [central]],
    ['routes/notes-a.yml', 'create', false, [central]],
    ['x/routes/notes-a.yaml', 'create', false, [central]],
    ['terraform/vault/notes.tf', 'create', true, [vault]],
    ['terraform/vault/variables.tf', 'change', true, [vault]],
    ['terraform/vault/other.tf', 'change', false, [vault]],
  ])('%s: %s %j', (path, kind, expected, blocks) => {
    expect(mayTouch(path, kind, placeWith(...blocks))).toBe(expected);
  });

  it('takes the files of every layout as well', () => {
    const place = {
      ...notesPlace,
      profile: { ...profile, blocks: [shared] },
    };
    expect(mayTouch(shared.file, 'change', place)).toBe(true);
  });
});

const create = (path: string, after = ''): FileEdit => ({
  kind: 'create',
  path,
  after,
});

describe('checkPlanBoundary', () => {
  it.each(['k8s/notes/x.yaml', 'k8s/notes/_x/A-1.b.yaml', 'k8s/notes/-x'])(
    'lets a plan touch %s',
    path => {
      expect(checkPlanBoundary([create(path)], [placeWith()])).toEqual([]);
    },
  );

  it.each([
    'k8s/notes/../tides/x.yaml',
    'k8s/notes/./x.yaml',
    'k8s/notes//x.yaml',
    'k8s/notes/.git',
    'k8s/notes/',
    'k8s/notes/a b.yaml',
    'k8s/notes/x.yaml ',
    'k8s/notes/é.yaml',
    'k8s/tides/x.yaml',
    '/k8s/notes/x.yaml',
  ])('lets no plan touch %j', path => {
    expect(checkPlanBoundary([create(path)], [placeWith()])).toEqual([
      {
        code: 'edit-outside-app',
        severity: 'error',
        message: expect.stringContaining(`The plan touches ${path},`),
        fix: expect.stringContaining('platform team'),
        file: path,
      },
    ]);
  });

  it('takes what any of the apps may touch', () => {
    const tides = {
      ...placeWith(),
      names: { ...notesPlace.names, directory: 'k8s/tides' },
    };
    const edits = [create('k8s/notes/x.txt'), create('k8s/tides/x.txt')];
    expect(checkPlanBoundary(edits, [placeWith(), tides])).toEqual([]);
    expect(outline(checkPlanBoundary(edits, [tides]))).toEqual([
      'error edit-outside-app k8s/notes/x.txt',
    ]);
    expect(checkPlanBoundary([], [])).toEqual([]);
  });
});

describe('kinds in a new file', () => {
  const path = 'k8s/notes/x.yaml';
  const refused = [`error manifest-unexpected ${path}`];
  const text = (kind: string, namespace?: string) =>
    [
      `kind: ${kind}`,
      'metadata:',
      '  name: notes',
      ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
      '',
    ].join('\n');
  const check = (after: string, ...blocks: AnyBlockOptions[]) =>
    outline(checkPlanBoundary([create(path, after)], [placeWith(...blocks)]));

  it.each(['Deployment', 'Service', 'Namespace', 'Kustomization', 'HTTPRoute'])(
    'may be a %s of the app, or of no namespace',
    kind => {
      expect(check(text(kind, 'notes'))).toEqual([]);
      expect(check(text(kind))).toEqual([]);
      expect(check(text(kind, 'tides'))).toEqual(refused);
    },
  );

  it.each(['ClusterRole', 'Secret', 'Job', 'service', 'toString'])(
    'may never be a %s',
    kind => {
      expect(check(text(kind, 'notes'))).toEqual(refused);
      expect(check(text(kind))).toEqual(refused);
    },
  );

  const application = {
    file: 'apps/{app}.yaml',
    namespace: 'argocd',
    project: 'apps',
    targetRevision: 'main',
    server: 'https://kubernetes.default.svc',
    createNamespace: false,
  };

  it.each<[string, object]>([
    ['Application', { block: 'argocd-application', ...application }],
    [
      'Application',
      {
        block: 'chart-application',
        ...application,
        values: 'inline',
        path: '{directory}',
      },
    ],
    [
      'Kustomization',
      {
        block: 'flux-kustomization',
        file: 'flux/{app}.yaml',
        namespace: 'argocd',
        path: '{directory}',
        source: 'flux-system',
        interval: '10m',
        timeout: '5m',
      },
    ],
    ['HTTPRoute', { ...central, namespace: 'argocd' }],
    [
      'Certificate',
      {
        block: 'certificate',
        file: 'certificates/{app}.yaml',
        namespace: 'argocd',
        issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
      },
    ],
    ['PolicyException', { ...exceptionOptions, namespace: 'argocd' }],
    [
      'Pooler',
      {
        block: 'postgres-pooler',
        file: 'poolers/{app}.yaml',
        namespace: 'argocd',
        cluster: 'SHARED',
        instances: 1,
        list: 'poolers/kustomization.yaml',
        line: '{app}.yaml',
      },
    ],
    [
      'PodDisruptionBudget',
      {
        block: 'postgres-pooler',
        file: 'poolers/{app}.yaml',
        namespace: 'argocd',
        cluster: 'SHARED',
        instances: 1,
        list: 'poolers/kustomization.yaml',
        line: '{app}.yaml',
      },
    ],
  ])('may be a %s where %j puts it', (kind, written) => {
    const options = blockOptionsSchema.parse(written);
    expect(check(text(kind, 'argocd'), options)).toEqual([]);
    expect(check(text(kind, 'elsewhere'), options)).toEqual(refused);
    expect(check(text('Deployment', 'argocd'), options)).toEqual(refused);
    expect(check(text(kind, 'argocd'))).toEqual(refused);
  });

  it('are told in every document, by file and namespace', () => {
    const after = [
      text('Service', 'notes'),
      text('Secret', 'tides'),
      text('Job'),
      'kind: 7\n',
    ].join('---\n');
    expect(
      checkPlanBoundary([create(path, after)], [placeWith()]),
    ).toMatchObject([
      {
        message: expect.stringContaining(
          `${path} would hold a Secret in tides`,
        ),
        fix: expect.stringContaining('platform team'),
      },
      { message: expect.stringContaining('a Job in no namespace') },
      { message: expect.stringContaining('a thing in no namespace') },
    ]);
  });

  it('matter nowhere but in new YAML', () => {
    const secret = text('Secret', 'tides');
    const edits: FileEdit[] = [
      create('k8s/notes/x.txt', secret),
      create('k8s/notes/x.yaml.txt', secret),
      create('k8s/notes/values.yaml', 'replicas: 1\n---\n- a\n---\n'),
      { kind: 'change', path, before: '', after: secret },
      { kind: 'delete', path, before: secret },
    ];
    expect(checkPlanBoundary(edits, [placeWith()])).toEqual([]);
    expect(check('just a text\n')).toEqual([]);
    expect(check('kind: Service\n')).toEqual([]);
    expect(
      outline(
        checkPlanBoundary([create('k8s/notes/x.yml', secret)], [placeWith()]),
      ),
    ).toEqual(['error manifest-unexpected k8s/notes/x.yml']);
  });

  it('may lie in the namespace of any of the apps', () => {
    const tides = {
      ...placeWith(),
      names: { ...notesPlace.names, namespace: 'tides' },
    };
    expect(
      checkPlanBoundary(
        [create(path, text('Service', 'tides'))],
        [placeWith(), tides],
      ),
    ).toEqual([]);
  });
});
