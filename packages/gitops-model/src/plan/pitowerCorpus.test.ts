import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pitower, planPitower } from '../__testUtils__/pitowerFixture';
import { petra } from '../__testUtils__/readFixture';
import { checkManifests } from '../checks/schemas/checkManifests';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';

const tree = resolve(__dirname, '../../../../../shared/corpus/pitower/tree');
const isThere = existsSync(tree);
if (!isThere) {
  process.stderr.write('Skipped plans on a real repository: it is not here.\n');
}

function readTree() {
  const files = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name));
  return createSnapshot({
    commit: '0123456789abcdef0123456789abcdef01234567',
    files: Object.fromEntries(
      files.map(file => [relative(tree, file), readFileSync(file)]),
    ),
  });
}

/** The profile for this repository under the name that its own manifests call it by. */
const profile = {
  ...pitower,
  repositoryUrls: ['https://github.com/swibrow/home-ops'],
};

const apps = 'pitower/kubernetes/apps';
const app = 'selfhosted-reader';
const whole: Operation[] = [
  {
    type: 'create-app',
    app,
    category: 'selfhosted',
    owner: 'group:default/atlas',
    image: 'ghcr.io/example/reader:1.2.3',
    port: 8080,
    replicas: 1,
    resources: {
      cpuRequest: '50m',
      memoryRequest: '64Mi',
      memoryLimit: '256Mi',
    },
    env: [{ name: 'LOG_LEVEL', value: 'info' }],
    storage: [
      { name: 'data', mountPath: '/data', size: '1Gi', purpose: 'replicated' },
    ],
  },
  {
    type: 'add-route',
    app,
    host: 'reader.pitower.link',
    path: '/',
    exposure: 'external',
  },
  {
    type: 'add-secret',
    app,
    entries: [{ env: 'TOKEN', key: '/selfhosted/reader/TOKEN' }],
  },
  { type: 'add-database', app, size: '1Gi' },
  {
    type: 'add-dashboard-entry',
    app,
    title: 'Reader',
    group: 'Media',
    host: 'reader.pitower.link',
  },
];

(isThere ? describe : describe.skip)('plans on a real repository', () => {
  const repository = isThere
    ? readTree()
    : createSnapshot({ commit: '', files: {} });
  const paths = (edits: ReturnType<typeof planPitower>['edits']) =>
    edits.map(({ kind, path }) => `${kind} ${path.replace(`${apps}/`, '')}`);
  const plan = (operations: Operation[], snapshot = repository) =>
    planPitower(operations, snapshot, petra, profile);
  const retire = (name: string): Operation[] => [
    { type: 'retire-app', app: name, confirmation: name },
  ];

  it('touch the files that a person edits there, and leave none of it behind', () => {
    const { edits, findings } = plan(whole);
    expect(findings).toEqual([]);
    expect(checkManifests(edits)).toEqual([]);
    expect(paths(edits)).toEqual([
      'change cloudnative-pg/cluster/cluster.yaml',
      'change selfhosted/homepage/configmap.yaml',
      'create selfhosted/reader/catalog-info.yaml',
      'create selfhosted/reader/externalsecret.yaml',
      'create selfhosted/reader/kustomization.yaml',
      'create selfhosted/reader/pvc.yaml',
      'create selfhosted/reader/values.yaml',
    ]);
    const there = applyEdits(repository, edits);
    const model = readRepository(there, profile);
    expect(model.apps).toHaveLength(
      readRepository(repository, profile).apps.length + 1,
    );
    expect(model.units).toContainEqual(
      expect.objectContaining({
        name: app,
        wired: true,
        buildable: true,
        generatedBy: 'selfhosted',
        images: ['ghcr.io/example/reader:1.2.3'],
        charts: [
          expect.objectContaining({
            chart: 'app-template',
            version: '4.6.2',
            repository: 'oci://ghcr.io/bjw-s-labs/helm',
          }),
        ],
      }),
    );
    expect(model.hosts).toContainEqual(
      expect.objectContaining({ host: 'reader.pitower.link', apps: [app] }),
    );
    expect(model.dashboardEntries).toContainEqual(
      expect.objectContaining({ title: 'Reader', group: 'Media', app }),
    );
    expect(model.databases).toContainEqual(
      expect.objectContaining({ name: 'reader', size: '1Gi' }),
    );
    expect(plan(whole, there)).toMatchObject({
      edits: [],
      findings: [],
    });
    const retired = plan(retire(app), there);
    expect(
      retired.findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ code }) => code),
    ).toEqual(['database-deleted']);
    const after = applyEdits(there, retired.edits);
    expect([...after.files.keys()].sort()).toEqual(
      [...repository.files.keys()].sort(),
    );
    expect(
      [...repository.files.keys()].filter(
        path => after.readText(path) !== repository.readText(path),
      ),
    ).toEqual([]);
  });

  it('change the image of a typical app by one line', () => {
    const { edits, findings } = plan([
      {
        type: 'set-image',
        app: 'selfhosted-miniflux',
        image: 'ghcr.io/miniflux/miniflux:2.2.18-distroless',
      },
    ]);
    expect(findings).toEqual([]);
    const [edit, ...others] = edits;
    expect(others).toEqual([]);
    if (edit?.kind !== 'change') throw new Error('no file is changed');
    const lines = edit.before.split('\n');
    expect(
      edit.after
        .split('\n')
        .flatMap((line, at) => (line === lines[at] ? [] : [line.trim()])),
    ).toEqual(['tag: 2.2.18-distroless']);
  });

  it('retire a typical app with its database and its link, and say what stays', () => {
    const { edits, findings } = plan(retire('selfhosted-miniflux'));
    expect(paths(edits)).toEqual([
      'change cloudnative-pg/cluster/cluster.yaml',
      'change selfhosted/homepage/configmap.yaml',
      'delete selfhosted/miniflux/externalsecret.yaml',
      'delete selfhosted/miniflux/kustomization.yaml',
      'delete selfhosted/miniflux/values.yaml',
    ]);
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^database-deleted: .* miniflux of 100Mi/),
      expect.stringMatching(/^survives: .*ADMIN_PASSWORD/),
      expect.stringMatching(/^survives: .*ADMIN_USERNAME/),
    ]);
  });

  it('adds a volume, a host and a secret to a typical app', () => {
    const { edits, findings } = plan([
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
    ]);
    expect(findings).toEqual([]);
    expect(paths(edits)).toEqual([
      'create media/sonarr/externalsecret.yaml',
      'change media/sonarr/kustomization.yaml',
      'change media/sonarr/pvc.yaml',
      'change media/sonarr/values.yaml',
    ]);
  });
});
