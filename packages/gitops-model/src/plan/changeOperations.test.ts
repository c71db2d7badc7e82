import { ada, plan, repository } from '../__testUtils__/readFixture';
import { checkManifests } from '../checks/schemas/checkManifests';
import type { Operation, OperationOf } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';

const values = `# hand-written
controllers:
  journal:
    replicas: 2
    containers:
      app:
        image:
          repository: ghcr.io/example/journal # ours
          tag: 1.2.0@sha256:${'0'.repeat(64)}
        env:
          BRAND: "journal"
          PORT: 3000
          KEY: {secretKeyRef: {name: a, key: b}}
        resources: {requests: {cpu: 10m}}
`;
const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: journal}
spec:
  values:
${values.replace(/^/gm, '    ').trimEnd()}
`;

/** Lines that a plan takes out of one file (`-`) and puts into it (`+`). */
function changedLines(
  operations: Operation[],
  file: string,
  snapshot = repository,
) {
  const { edits, findings } = plan(operations, ada, snapshot);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(edits.map(({ path }) => path)).toEqual([file]);
  const [edit] = edits;
  if (edit.kind !== 'change') throw new Error(`${file} is not changed`);
  expect(plan(operations, ada, applyEdits(snapshot, edits))).toMatchObject({
    edits: [],
    findings: [],
  });
  const before = edit.before.split('\n');
  const after = edit.after.split('\n');
  return [
    ...without(before, after).map(line => `- ${line.trim()}`),
    ...without(after, before).map(line => `+ ${line.trim()}`),
  ];
}

function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter(line => {
    const at = left.indexOf(line);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

/** The app journal with its workload in another file. */
function journalIn(file: string, text: string) {
  const deployment = 'k8s/journal/deployment.yaml';
  return applyEdits(repository, [
    { kind: 'delete', path: deployment, before: '' },
    { kind: 'create', path: file, after: text },
  ]);
}

const deployment = 'k8s/journal/deployment.yaml';
const app = 'journal';

describe('set-resources', () => {
  it.each<[string, string, ReturnType<typeof journalIn>, string[]]>([
    [
      'a values file of app-template',
      'k8s/journal/values.yaml',
      journalIn('k8s/journal/values.yaml', values),
      [
        '- resources: {requests: {cpu: 10m}}',
        '+ resources: {requests: {cpu: 250m}, limits: {memory: 1Gi}}',
      ],
    ],
    [
      'the values of a HelmRelease',
      'k8s/journal/helmrelease.yaml',
      journalIn('k8s/journal/helmrelease.yaml', release),
      [
        '- resources: {requests: {cpu: 10m}}',
        '+ resources: {requests: {cpu: 250m}, limits: {memory: 1Gi}}',
      ],
    ],
  ])('changes %s, and no other byte', (_name, file, snapshot, lines) => {
    const operation: Operation = {
      type: 'set-resources',
      app,
      cpuRequest: '250m',
      memoryLimit: '1Gi',
    };
    expect(changedLines([operation], file, snapshot)).toEqual(lines);
  });
});

describe('set-env', () => {
  it('sets, adds and removes variables of a map in a chart’s values', () => {
    const file = 'k8s/journal/values.yaml';
    expect(
      changedLines(
        [
          { type: 'set-env', app, name: 'BRAND', value: 'diary' },
          { type: 'set-env', app, name: 'PORT', value: null },
          { type: 'set-env', app, name: 'MODE', value: 'off' },
        ],
        file,
        journalIn(file, values),
      ),
    ).toEqual([
      '- BRAND: "journal"',
      '- PORT: 3000',
      '+ BRAND: "diary"',
      '+ MODE: "off"',
    ]);
  });
});

describe('set-image and set-replicas', () => {
  it('change the parts that a chart’s values hold', () => {
    const file = 'k8s/journal/values.yaml';
    expect(
      changedLines(
        [
          { type: 'set-image', app, image: 'ghcr.io/example/diary:2.0.0' },
          { type: 'set-replicas', app, replicas: 3 },
        ],
        file,
        journalIn(file, values),
      ),
    ).toEqual([
      '- replicas: 2',
      '- repository: ghcr.io/example/journal # ours',
      `- tag: 1.2.0@sha256:${'0'.repeat(64)}`,
      '+ replicas: 3',
      '+ repository: ghcr.io/example/diary # ours',
      '+ tag: 2.0.0',
    ]);
  });
});

describe('set-chart-version', () => {
  it.each<[string, string, string, string[]]>([
    [
      'a wrapper chart',
      'k8s/wiki/Chart.yaml',
      repository.readText('k8s/wiki/Chart.yaml') ?? '',
      ['- version: 3.1.0', '+ version: 3.2.0'],
    ],
    [
      'a kustomization that inflates a chart',
      'k8s/wiki/kustomization.yaml',
      "helmCharts:\n  - {name: wiki, repo: https://x.example, version: '1.0.0'} # pinned\n",
      [
        "- - {name: wiki, repo: https://x.example, version: '1.0.0'} # pinned",
        "+ - {name: wiki, repo: https://x.example, version: '3.2.0'} # pinned",
      ],
    ],
    [
      'a HelmRelease',
      'k8s/wiki/release.yaml',
      'kind: HelmRelease\nspec:\n  chart:\n    spec:\n      chart: wiki\n      version: 1.0.0',
      ['- version: 1.0.0', '+ version: 3.2.0'],
    ],
    [
      'an OCIRepository',
      'k8s/wiki/source.yaml',
      'kind: OCIRepository\nspec:\n  url: oci://x.example/wiki\n  ref:\n    tag: 1.0.0 # newest\n',
      ['- tag: 1.0.0 # newest', '+ tag: 3.2.0 # newest'],
    ],
    [
      'an Application with a chart among its sources',
      'k8s/apps/wiki.yaml',
      (repository.readText('k8s/apps/wiki.yaml') ?? '').replace(
        / {2}source:[^]*?path: k8s\/wiki\n/,
        '  sources:\n    - repoURL: https://x.example\n      chart: wiki\n      targetRevision: 1.0.0\n',
      ),
      ['- targetRevision: 1.0.0', '+ targetRevision: 3.2.0'],
    ],
  ])('changes the version in %s', (_name, file, text, lines) => {
    const before = applyEdits(repository, [
      ...(file.endsWith('Chart.yaml')
        ? []
        : [
            {
              kind: 'delete' as const,
              path: 'k8s/wiki/Chart.yaml',
              before: '',
            },
          ]),
      { kind: 'create', path: file, after: text },
    ]);
    const operation: Operation = {
      type: 'set-chart-version',
      app: 'wiki',
      chart: 'wiki',
      version: '3.2.0',
    };
    expect(changedLines([operation], file, before)).toEqual(lines);
  });
});

describe('change-route', () => {
  const operation: OperationOf<'change-route'> = {
    type: 'change-route',
    app,
    host: 'journal.exitthecloud.eu',
    newHost: 'diary.exitthecloud.eu',
  };

  it('says which other files name the host', () => {
    const before = applyEdits(repository, [
      {
        kind: 'create',
        path: 'k8s/tides/links.yaml',
        after: 'href: https://journal.exitthecloud.eu/x\n',
      },
      {
        kind: 'create',
        path: 'k8s/tides/others.yaml',
        after: 'href: https://old-journal.exitthecloud.eu\n',
      },
    ]);
    expect(
      plan([operation], ada, before).findings.map(({ code, file }) => [
        code,
        file,
      ]),
    ).toEqual([['still-referenced', 'k8s/tides/links.yaml']]);
  });

  it('leaves links and login clients where another app serves the host as well', () => {
    const file = 'k8s/tides/httproute.yaml';
    const route = repository.readText(file) ?? '';
    const before = applyEdits(repository, [
      {
        kind: 'change',
        path: file,
        before: route,
        after: route.replace('tides.exitthecloud.eu', operation.host),
      },
    ]);
    const { edits, findings } = plan([operation], ada, before);
    expect(edits.map(({ path }) => path)).toEqual([
      'k8s/journal/httproute.yaml',
    ]);
    expect(findings.map(finding => [finding.code, finding.file])).toEqual([
      ['still-referenced', 'k8s/homepage/values.yaml'],
      ['still-referenced', file],
      ['still-referenced', 'terraform/keycloak/clients.tf'],
    ]);
  });

  it('changes the host in a chart’s values', () => {
    const route = repository.readText('k8s/journal/httproute.yaml') ?? '';
    const file = 'k8s/journal/values.yaml';
    const before = applyEdits(repository, [
      {
        kind: 'delete',
        path: 'k8s/journal/httproute.yaml',
        before: route,
      },
      {
        kind: 'create',
        path: file,
        after:
          "route:\n  app:\n    hostnames: ['journal.exitthecloud.eu'] # public\n    parentRefs: [{name: main-gateway, namespace: gateway}]\n",
      },
    ]);
    const { edits, findings } = plan([operation], ada, before);
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).toEqual([
      'k8s/homepage/values.yaml',
      file,
      'terraform/keycloak/clients.tf',
    ]);
    const after = applyEdits(before, edits);
    expect(after.readText(file)).toBe(
      before.readText(file)?.replace('journal.', 'diary.'),
    );
    expect(plan([operation], ada, after).edits).toEqual([]);
  });
});

describe('add-volume', () => {
  const operation: Operation = {
    type: 'add-volume',
    app,
    name: 'data',
    mountPath: '/data',
    size: '5Gi',
    purpose: 'replicated',
  };

  it('writes a claim and mounts it, with nothing else changed', () => {
    const { edits, findings } = plan([operation]);
    expect(findings).toEqual([]);
    expect(edits.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      `change ${deployment}`,
      'change k8s/journal/kustomization.yaml',
      'create k8s/journal/pvc-data.yaml',
    ]);
    const [edit] = edits;
    if (edit.kind !== 'change') throw new Error('nothing is changed');
    const before = edit.before.split('\n');
    const after = edit.after.split('\n');
    expect(without(before, after)).toEqual([]);
    expect(without(after, before).map(line => line.trim())).toEqual([
      'volumeMounts:',
      '- name: data',
      'mountPath: /data',
      'volumes:',
      '- name: data',
      'persistentVolumeClaim:',
      'claimName: journal-data',
      'strategy:',
      'type: Recreate',
    ]);
    expect(checkManifests(edits)).toEqual([]);
    const there = applyEdits(repository, edits);
    expect(plan([operation], ada, there)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('mounts it by the values of app-template', () => {
    const file = 'k8s/journal/values.yaml';
    const snapshot = journalIn(
      file,
      values.replace('replicas: 2', 'replicas: 1'),
    );
    const { edits, findings } = plan([operation], ada, snapshot);
    expect(findings).toEqual([]);
    const edit = edits.find(({ path }) => path === file);
    if (edit?.kind !== 'change') throw new Error(`${file} is not changed`);
    expect(edit.after).toBe(
      `${edit.before}persistence:\n  data:\n    existingClaim: journal-data\n    globalMounts:\n      - path: /data\n`,
    );
    expect(plan([operation], ada, applyEdits(snapshot, edits)).edits).toEqual(
      [],
    );
  });
});
