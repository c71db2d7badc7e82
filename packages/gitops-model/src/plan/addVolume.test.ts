import { outline } from '../__testUtils__/outline';
import { ada, profile, repository } from '../__testUtils__/readFixture';
import { withFiles } from '../__testUtils__/withFiles';
import type { OperationOf } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { planOperations } from './planOperations';

const file = 'k8s/journal/deployment.yaml';
const writable = {
  ...profile,
  storage: {
    ...profile.storage,
    many: {
      class: 'cephfs',
      accessMode: 'ReadWriteMany' as const,
      maxSize: '10Gi',
    },
    share: {
      share: { server: 'nas.example.org', path: '/srv' },
      accessMode: 'ReadWriteMany' as const,
      maxSize: '10Gi',
    },
  },
};

/** A volume for an app whose Deployment people wrote, and changed like this. */
function addVolume(
  change: (text: string) => string,
  given: Partial<OperationOf<'add-volume'>> = {},
) {
  const snapshot = withFiles(repository, texts => ({
    [file]: change(texts[file]),
  }));
  const { findings, edits } = planOperations({
    snapshot,
    model: readRepository(snapshot, writable),
    profile: writable,
    operations: [
      {
        type: 'add-volume',
        app: 'journal',
        name: 'files',
        mountPath: '/files',
        size: '1Gi',
        purpose: 'replicated',
        ...given,
      },
    ],
    requester: ada,
  });
  const edit = edits.find(({ path }) => path === file);
  const before = new Set(snapshot.readText(file)?.split('\n'));
  const after = edit?.kind === 'change' ? edit.after.split('\n') : [];
  return {
    findings: outline(findings),
    files: edits.map(({ path }) => path),
    added: after.filter(line => !before.has(line)).map(line => line.trim()),
    lost: [...before].filter(line => edit && !after.includes(line)),
  };
}

const asItIs = (text: string) => text;
const ofKind = (kind: string) => (text: string) =>
  text.replace('kind: Deployment', `kind: ${kind}`);
const replicas = (count: number) => (text: string) =>
  text.replace('replicas: 1', `replicas: ${count}`);
const running = (context: string) => (text: string) =>
  text.replace(
    '      containers:',
    `      securityContext: {${context}}\n      containers:`,
  );
const strategy = (text: string) =>
  text.replace(
    '  selector:',
    '  strategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 1\n  selector:',
  );

const mount = ['volumeMounts:', '- name: files', 'mountPath: /files'];
const volume = [
  'volumes:',
  '- name: files',
  'persistentVolumeClaim:',
  'claimName: journal-files',
];
const replaced = ['strategy:', 'type: Recreate'];

describe('a volume in a manifest that is there', () => {
  it.each<[string, (text: string) => string, string | undefined, string[]]>([
    [
      'is replaced by the pods of a Deployment',
      asItIs,
      undefined,
      [...mount, ...volume, ...replaced],
    ],
    [
      'is kept by those of a StatefulSet',
      ofKind('StatefulSet'),
      undefined,
      [...mount, ...volume],
    ],
    ['is shared by several pods', replicas(3), 'many', [...mount, ...volume]],
    [
      'is in the group of who is not root',
      running('runAsNonRoot: true'),
      'many',
      [
        'securityContext: {runAsNonRoot: true, fsGroup: 1000, fsGroupChangePolicy: OnRootMismatch}',
        ...mount,
        ...volume,
      ],
    ],
    [
      'is in the group that there is',
      running('runAsNonRoot: true, fsGroup: 7'),
      'many',
      [...mount, ...volume],
    ],
    [
      'is in no group for root',
      running('runAsNonRoot: false'),
      'many',
      [...mount, ...volume],
    ],
  ])('%s', (_, change, purpose, lines) => {
    const { findings, files, added } = addVolume(change, {
      ...(purpose ? { purpose } : {}),
    });
    expect(findings).toEqual([]);
    expect(files).toEqual([
      'k8s/journal/deployment.yaml',
      'k8s/journal/kustomization.yaml',
      'k8s/journal/pvc-files.yaml',
    ]);
    expect([...added].sort()).toEqual([...lines].sort());
  });

  it('ends what rolls pods over', () => {
    const { added, lost } = addVolume(strategy);
    expect(added).toContain('type: Recreate');
    expect(lost.map(line => line.trim())).toEqual([
      'type: RollingUpdate',
      'rollingUpdate:',
      'maxSurge: 1',
    ]);
  });

  it.each<
    [
      string,
      (text: string) => string,
      Partial<OperationOf<'add-volume'>>,
      string[],
    ]
  >([
    [
      'several pods',
      replicas(2),
      {},
      [`error replicas-share-volume purpose ${file}`],
    ],
    [
      'a DaemonSet',
      ofKind('DaemonSet'),
      {},
      [`error replicas-share-volume purpose ${file}`],
    ],
    [
      'a share, which no manifest may mount',
      asItIs,
      { purpose: 'share' },
      [`error storage-purpose-unknown purpose ${file}`],
    ],
    [
      'a container that is not there',
      asItIs,
      { container: 'x' },
      [`error container-unknown container ${file}`],
    ],
    ['no name', asItIs, { name: '' }, ['error volume-invalid name']],
  ])('is refused for %s', (_, change, given, expected) => {
    const { findings, files } = addVolume(change, given);
    expect(findings).toEqual(expected);
    expect(files).toEqual([]);
  });
});
