import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { findKustomize, inDirectory } from '../__testUtils__/kustomizeBuild';
import {
  monosenseRepository,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import {
  pitowerRepository,
  pitowerRequest,
} from '../__testUtils__/pitowerFixture';
import {
  exceptionOptions,
  planPolicy,
  policyProfile,
  policyRepository,
  pullSecretOptions,
} from '../__testUtils__/policyFixture';
import { createApp, petra, wholeRequest } from '../__testUtils__/readFixture';
import { textsOf } from '../__testUtils__/textsOf';
import { checkChange } from '../checks/crossFile/checkChange';
import { checkManifests } from '../checks/schemas/checkManifests';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Plan } from './Plan';

const retire = (app: string): Operation => ({
  type: 'retire-app',
  app,
  confirmation: app,
});
const own = {
  rewrite: 'none',
  ownRegistry: 'registry.example.org',
  pullSecret: 'registry',
};
const written = ({ edits }: Plan, path: string) =>
  edits.flatMap(edit =>
    edit.path === path && edit.kind !== 'delete' ? [edit.after] : [],
  )[0];
const errors = ({ findings }: Plan) =>
  findings.filter(({ severity }) => severity === 'error');
const exceptionFile = 'k8s/kyverno/exceptions/notes.yaml';
const codes = ({ findings }: Plan) => findings.map(({ code }) => code);

const kustomize = findKustomize();
const build = typeof kustomize === 'function' ? kustomize : undefined;
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

function built(snapshot: RepositorySnapshot, directory: string): string[] {
  return inDirectory(textsOf(snapshot), root =>
    parseAllDocuments(build?.(join(root, directory)) ?? '').map(document => {
      const { kind, metadata } = document.toJS();
      return `${kind} ${metadata.namespace}/${metadata.name}`;
    }),
  );
}

describe('pull-secret', () => {
  const profile = policyProfile([pullSecretOptions]);
  const planned = planPolicy(wholeRequest, profile);
  const after = applyEdits(policyRepository, planned.edits);

  it('brings the Secret that the pods pull with', () => {
    expect(planned.findings).toEqual([]);
    expect(checkManifests(planned.edits)).toEqual([]);
    const text = written(planned, 'k8s/notes/pull-secret.yaml') ?? '';
    expect(text).not.toMatch(/^---/);
    expect(parse(text)).toEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: {
        name: 'harbor-registry',
        namespace: 'notes',
        labels: expect.objectContaining({ 'app.kubernetes.io/name': 'notes' }),
      },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault-backend' },
        target: {
          name: 'harbor-registry',
          creationPolicy: 'Owner',
          template: {
            type: 'kubernetes.io/dockerconfigjson',
            data: { '.dockerconfigjson': expect.any(String) },
          },
        },
        data: ['username', 'password'].map(property => ({
          secretKey: property,
          remoteRef: { key: 'platform/harbor', property },
        })),
      },
    });
    const config = parse(text).spec.target.template.data['.dockerconfigjson'];
    expect(JSON.parse(config)).toEqual({
      auths: {
        'harbor.exitthecloud.eu': {
          auth: '{{ printf `%s:%s` .username .password | b64enc }}',
        },
      },
    });
    expect(
      parse(written(planned, 'k8s/notes/deployment.yaml') ?? '').spec.template
        .spec.imagePullSecrets,
    ).toEqual([{ name: 'harbor-registry' }]);
    expect(written(planned, 'k8s/notes/kustomization.yaml')).toContain(
      '  - pull-secret.yaml\n',
    );
  });

  it('is found again, and goes with the app without a trace', () => {
    expect(planPolicy(wholeRequest, profile, after).edits).toEqual([]);
    const retired = planPolicy([retire('notes')], profile, after);
    expect(errors(retired)).toEqual([]);
    expect(textsOf(applyEdits(after, retired.edits))).toEqual(
      textsOf(policyRepository),
    );
    expect(JSON.stringify(retired.findings)).not.toContain('platform/harbor');
  });

  it('leaves a file of its name alone that holds something else', () => {
    const there = applyEdits(policyRepository, [
      {
        kind: 'create',
        path: 'k8s/notes/pull-secret.yaml',
        after: 'kind: ConfigMap\nmetadata: {name: notes}\n',
      },
    ]);
    const met = planPolicy([createApp], profile, there);
    expect(errors(met)).not.toEqual([]);
    expect(written(met, 'k8s/notes/pull-secret.yaml')).toBeUndefined();
  });

  it('reads a key that no team owns, which a branch may too', () => {
    const change = (known: typeof profile) =>
      checkChange({
        head: after,
        profile: known,
        since: { fork: policyRepository, base: policyRepository },
      }).filter(({ code }) => code === 'secret-key-foreign');
    expect(change(profile)).toEqual([]);
    const renamed = (text: string) => ({
      ...profile,
      images: { ...profile.images, pullSecret: text },
    });
    expect(change(renamed('other'))).toHaveLength(1);
    expect(change(policyProfile([]))).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('platform/harbor'),
      }),
    ]);
  });

  const shared = policyProfile(
    [
      {
        ...pullSecretOptions,
        file: 'k8s/pull-secrets/{namespace}.yaml',
        list: 'k8s/pull-secrets/kustomization.yaml',
      },
    ],
    'pitower',
    value => ({ ...value, images: own }),
  );
  const empty = applyEdits(pitowerRepository, [
    {
      kind: 'create',
      path: 'k8s/pull-secrets/kustomization.yaml',
      after: 'resources: []\n',
    },
  ]);
  const [first] = pitowerRequest;

  it('is refused where another file brings it to the namespace', () => {
    const directory = 'pitower/kubernetes/apps/selfhosted/pull';
    const foreign = (name: string) =>
      planPolicy(
        [first],
        shared,
        applyEdits(empty, [
          {
            kind: 'create',
            path: `${directory}/kustomization.yaml`,
            after: 'namespace: selfhosted\nresources: [secret.yaml]\n',
          },
          {
            kind: 'create',
            path: `${directory}/secret.yaml`,
            after: `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: ${name}}\nspec: {secretStoreRef: {kind: ClusterSecretStore, name: infisical}, data: [{secretKey: a, remoteRef: {key: /a}}]}\n`,
          },
        ]),
      );
    expect(errors(foreign('registry'))).toEqual([
      expect.objectContaining({
        code: 'secret-name-taken',
        file: `${directory}/secret.yaml`,
      }),
    ]);
    expect(foreign('registry').edits).toEqual([]);
    expect(errors(foreign('others'))).toEqual([]);
  });

  it('is one per namespace where apps share that', () => {
    const second = { ...first, app: 'selfhosted-diary' };
    const file = 'k8s/pull-secrets/selfhosted.yaml';
    const one = planPolicy([first], shared, empty);
    expect(errors(one)).toEqual([]);
    expect(parse(written(one, file) ?? '').metadata).toEqual({
      name: 'registry',
      namespace: 'selfhosted',
    });
    const afterOne = applyEdits(empty, one.edits);
    expect(afterOne.readText('k8s/pull-secrets/kustomization.yaml')).toContain(
      'selfhosted.yaml',
    );
    const two = planPolicy([second], shared, afterOne);
    expect(errors(two)).toEqual([]);
    expect(two.edits.map(({ path }) => path)).not.toContain(file);
    const afterTwo = applyEdits(afterOne, two.edits);
    const retired = planPolicy([retire('selfhosted-notes')], shared, afterTwo);
    expect(errors(retired)).toEqual([]);
    expect(retired.edits.length).toBeGreaterThan(3);
    expect(retired.edits.map(({ path }) => path)).not.toContain(file);
  });

  it('lies beside what Flux deploys as well, and goes with it', () => {
    const flux = policyProfile([], 'monosense', value => ({
      ...value,
      images: own,
      blocks: [
        ...[value.blocks].flat(),
        { ...pullSecretOptions, file: '{directory}/pull-secret.yaml' },
        {
          ...exceptionOptions,
          file: '{directory}/policyexception.yaml',
          list: undefined,
          namespace: undefined,
        },
      ],
    }));
    const request = [workloadOn(['infra', 'apps'])];
    const created = planPolicy(request, flux, monosenseRepository);
    expect(codes(created)).toEqual(['policy-exempted']);
    expect(checkManifests(created.edits)).toEqual([]);
    const there = applyEdits(monosenseRepository, created.edits);
    expect(planPolicy(request, flux, there).edits).toEqual([]);
    const release = there.readText(
      'kubernetes/workloads/tenants/notes/helmrelease.yaml',
    );
    expect(release).toContain('imagePullSecrets:\n');
    const retired = planPolicy([retire('notes')], flux, there);
    expect(errors(retired)).toEqual([]);
    expect(textsOf(applyEdits(there, retired.edits))).toEqual(
      textsOf(monosenseRepository),
    );
  });

  it('is no template of a chart, which Helm would fill in', () => {
    const inChart = (file: string) => () =>
      policyProfile([pullSecretOptions], 'edgit-k8s', value => ({
        ...value,
        blocks: [
          ...[value.blocks].flat(),
          { block: 'wrapper-chart', file: 'x.yaml', valuesFile: 'y.yaml' },
          { ...pullSecretOptions, file },
        ],
      }));
    expect(inChart('{directory}/templates/pull-secret.yaml')).toThrow(
      'out of the templates of its chart',
    );
    expect(inChart('k8s/pull-secrets/{app}.yaml')).not.toThrow();
  });

  it('is no file of one app where apps share a namespace', () => {
    expect(() =>
      policyProfile([pullSecretOptions], 'pitower', value => ({
        ...value,
        images: own,
      })),
    ).toThrow('in a file of the namespace, which its apps share');
  });

  it('is wanted of every layout of pods, once one has it', () => {
    const without = (value: Record<string, unknown>) => ({
      ...value,
      layouts: [
        ...[value.layouts].flat(),
        {
          name: 'bare',
          runs: 'image',
          appDirectory: 'bare/{app}',
          blocks: [{ block: 'deployment', file: '{directory}/x.yaml' }],
        },
      ],
    });
    expect(() =>
      policyProfile([pullSecretOptions], 'edgit-k8s', without),
    ).toThrow('must have a pull-secret for the layout bare');
    expect(() => policyProfile([], 'edgit-k8s', without)).not.toThrow();
    expect(() =>
      policyProfile([pullSecretOptions], 'edgit-k8s', value => ({
        ...value,
        images: { rewrite: 'none' },
      })),
    ).toThrow('must name images.pullSecret and images.ownRegistry');
  });
});

describe('a file called after an app', () => {
  it('keeps the pull secret and the exception that are of others', () => {
    const list = 'k8s/pull-secrets/kustomization.yaml';
    const profile = policyProfile([
      { ...pullSecretOptions, file: 'k8s/pull-secrets/{app}.yaml', list },
      exceptionOptions,
    ]);
    const empty = applyEdits(policyRepository, [
      { kind: 'create', path: list, after: 'resources: []\n' },
    ]);
    const planned = planPolicy(wholeRequest, profile, empty);
    expect(errors(planned)).toEqual([]);
    const there = applyEdits(empty, planned.edits);
    const files = ['k8s/pull-secrets/notes.yaml', exceptionFile];
    const other = (path: string) =>
      `---\n${there.readText(path)?.replaceAll('notes', 'wharf')}`;
    const both = applyEdits(
      there,
      files.map(path => {
        const before = there.readText(path) ?? '';
        return { kind: 'change', path, before, after: before + other(path) };
      }),
    );
    const retired = planPolicy([retire('notes')], profile, both);
    expect(errors(retired)).toEqual([]);
    const after = applyEdits(both, retired.edits);
    for (const path of files) expect(after.readText(path)).toBe(other(path));
    expect(after.readText(list)).toContain('notes.yaml');
  });
});

describe('policy-exception', () => {
  const profile = policyProfile([exceptionOptions]);
  const planned = planPolicy(wholeRequest, profile);
  const after = applyEdits(policyRepository, planned.edits);
  const file = exceptionFile;
  const list = 'k8s/kyverno/exceptions/kustomization.yaml';

  it('is for exactly the app, listed, and told to the reviewer', () => {
    expect(planned.findings).toEqual([
      expect.objectContaining({
        code: 'policy-exempted',
        severity: 'warning',
        app: 'notes',
        file,
        message:
          'Kyverno no longer holds the Deployment, Pod of notes to require-read-only-root (read-only-root, autogen-read-only-root), require-probes (probes).',
      }),
    ]);
    expect(checkManifests(planned.edits)).toEqual([]);
    expect(parse(written(planned, file) ?? '')).toEqual({
      apiVersion: 'kyverno.io/v2',
      kind: 'PolicyException',
      metadata: {
        name: 'notes',
        namespace: 'kyverno',
        labels: expect.any(Object),
      },
      spec: {
        exceptions: exceptionOptions.exceptions,
        match: {
          any: [
            {
              resources: {
                kinds: ['Deployment', 'Pod'],
                namespaces: ['notes'],
              },
            },
          ],
        },
      },
    });
    expect(written(planned, list)).toBe(
      'resources:\n- notes.yaml\n- tides.yaml # for now\n- zone.yaml',
    );
  });

  it('is found again, and goes with the app without a trace', () => {
    const again = planPolicy(wholeRequest, profile, after);
    expect(again).toMatchObject({ edits: [], findings: [] });
    const retired = planPolicy([retire('notes')], profile, after);
    expect(errors(retired)).toEqual([]);
    expect(textsOf(applyEdits(after, retired.edits))).toEqual(
      textsOf(policyRepository),
    );
  });

  it('goes as well after somebody named other rules', () => {
    const changed = applyEdits(after, [
      {
        kind: 'change',
        path: file,
        before: after.readText(file) ?? '',
        after: (after.readText(file) ?? '').replace('probes', 'requests'),
      },
    ]);
    const retired = planPolicy([retire('notes')], profile, changed);
    expect(retired.edits).toContainEqual(
      expect.objectContaining({ kind: 'delete', path: file }),
    );
  });

  it.each([
    ['another namespace', 'namespaces: [tides]'],
    ['more than one', 'namespaces: [notes, tides]'],
    ['every one', 'names: ["*"]'],
  ])('is left alone where it is for %s', (_case, scope) => {
    const foreign = (snapshot: RepositorySnapshot) =>
      applyEdits(snapshot, [
        ...(snapshot.files.has(file)
          ? [
              {
                kind: 'delete' as const,
                path: file,
                before: snapshot.readText(file) ?? '',
              },
            ]
          : []),
        {
          kind: 'create',
          path: file,
          after: `apiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: {name: notes, namespace: kyverno}\nspec:\n  exceptions: [{policyName: require-probes, ruleNames: [probes]}]\n  match: {any: [{resources: {kinds: [Pod], ${scope}}}]}\n`,
        },
      ]);
    const met = planPolicy([createApp], profile, foreign(policyRepository));
    expect(codes(met)).toContain('file-not-writable');
    expect(written(met, file)).toBeUndefined();
    const retired = planPolicy([retire('notes')], profile, foreign(after));
    expect(retired.edits.map(({ path }) => path)).not.toContain(file);
  });

  it('names the pods of the app where its namespace is not its own', () => {
    const shared = policyProfile(
      [
        {
          ...exceptionOptions,
          file: '{directory}/policyexception.yaml',
          list: undefined,
          namespace: undefined,
        },
      ],
      'pitower',
    );
    const one = planPolicy([pitowerRequest[0]], shared, pitowerRepository);
    expect(errors(one)).toEqual([]);
    const [manifest] = one.edits
      .filter(({ path }) => path.endsWith('policyexception.yaml'))
      .map(edit => parse(edit.kind === 'delete' ? '' : edit.after));
    expect(manifest.metadata).toMatchObject({
      name: 'selfhosted-notes',
      namespace: 'selfhosted',
    });
    expect(manifest.spec.match.any).toEqual([
      {
        resources: {
          kinds: ['Deployment', 'Pod'],
          namespaces: ['selfhosted'],
          selector: { matchLabels: { 'app.kubernetes.io/name': 'notes' } },
        },
      },
    ]);
    const there = applyEdits(pitowerRepository, one.edits);
    const retired = planPolicy(
      [retire('selfhosted-notes')],
      shared,
      there,
      petra,
    );
    expect(textsOf(applyEdits(there, retired.edits))).toEqual(
      textsOf(pitowerRepository),
    );
  });

  it.each([
    ['kinds', { kinds: ['*'] }],
    ['kinds', { kinds: [] }],
    [
      'ruleNames',
      { exceptions: [{ policyName: 'x', ruleNames: ['autogen-*'] }] },
    ],
    ['ruleNames', { exceptions: [{ policyName: 'x', ruleNames: [] }] }],
    ['policyName', { exceptions: [{ policyName: '*', ruleNames: ['y'] }] }],
    ['file', { file: '../exceptions/{app}.yaml' }],
  ])('refuses a profile whose %s reach further', (key, options) => {
    expect(() => policyProfile([{ ...exceptionOptions, ...options }])).toThrow(
      key,
    );
  });

  it.each(['../notes', 'notes/x', '{app}', 'notes\n- tides', '*'])(
    'writes nothing for an app called %j',
    app => {
      const met = planPolicy([{ ...createApp, app }], profile);
      expect(errors(met)).not.toEqual([]);
      expect(met.edits).toEqual([]);
    },
  );
});

(build ? describe : describe.skip)('real kustomize', () => {
  it('builds what both blocks write', () => {
    const profile = policyProfile([pullSecretOptions, exceptionOptions]);
    const after = applyEdits(policyRepository, [
      ...planPolicy(wholeRequest, profile).edits,
      {
        kind: 'create',
        path: 'k8s/kyverno/exceptions/zone.yaml',
        after: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: zone}\n',
      },
    ]);
    expect(built(after, 'k8s/notes')).toContain(
      'ExternalSecret notes/harbor-registry',
    );
    expect(built(after, 'k8s/kyverno/exceptions')).toContain(
      'PolicyException kyverno/notes',
    );
  });
});
