import { stringify } from 'yaml';
import { outline } from '../__testUtils__/outline';
import { checkPodSecurity } from './checkPodSecurity';

const path = 'k8s/notes/deployment.yaml';

const container = {
  name: 'notes',
  image: 'ghcr.io/example/notes:1',
  resources: {
    requests: { cpu: '1', memory: '1Gi' },
    limits: { memory: '1Gi' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  },
};
const pod = {
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [container],
};
const manifest = (spec: object) =>
  stringify({ kind: 'Deployment', spec: { template: { spec } } });
/** What is said of such a pod, without the file's name. */
const problems = (change: object) =>
  checkPodSecurity([
    { kind: 'create', path, after: manifest({ ...pod, ...change }) },
  ]).map(({ message }) =>
    message.replace(`The pods of ${path} `, '').replace(/\.$/, ''),
  );
const problemsWith = (change: object) =>
  problems({ containers: [container, { ...container, ...change }] });
const problemsWithin = (change: object) =>
  problemsWith({
    securityContext: { ...container.securityContext, ...change },
  });

const { seccompProfile } = pod.securityContext;

describe('checkPodSecurity', () => {
  it.each<[object, string[]]>([
    [{}, []],
    [{ hostNetwork: true }, ['share what is the host’s']],
    [{ hostPID: true }, ['share what is the host’s']],
    [{ hostIPC: true }, ['share what is the host’s']],
    [
      { automountServiceAccountToken: true },
      ['get a token of the Kubernetes API'],
    ],
    [
      { automountServiceAccountToken: undefined },
      ['get a token of the Kubernetes API'],
    ],
    [{ securityContext: { runAsNonRoot: true } }, ['have no seccomp profile']],
    [
      {
        securityContext: {
          runAsNonRoot: true,
          seccompProfile: { type: 'Unconfined' },
        },
      },
      ['have no seccomp profile'],
    ],
    [
      {
        securityContext: {
          runAsNonRoot: true,
          seccompProfile: { type: 'Localhost' },
        },
      },
      [],
    ],
    [{ securityContext: { seccompProfile } }, ['may run as root']],
    [
      { securityContext: undefined },
      ['have no seccomp profile', 'may run as root'],
    ],
    [
      { securityContext: { ...pod.securityContext, runAsUser: 0 } },
      ['run as root'],
    ],
    [{ securityContext: { ...pod.securityContext, runAsUser: 1 } }, []],
  ])('of a pod with %j says %j', (change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it.each([
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'persistentVolumeClaim',
    'projected',
    'secret',
  ])('mounts a volume of %s', source => {
    expect(problems({ volumes: [{ name: 'v', [source]: {} }] })).toEqual([]);
  });

  it.each(['hostPath', 'nfs', 'iscsi'])('mounts none of %s', source => {
    expect(
      problems({
        volumes: [
          { name: 'v', emptyDir: {} },
          { name: 'w', [source]: {} },
        ],
      }),
    ).toEqual(['mount a volume of a source that is not admitted']);
  });

  it.each<[object, string[]]>([
    [{ privileged: true }, ['are privileged']],
    [{ privileged: false }, []],
    [{ allowPrivilegeEscalation: true }, ['may gain privileges']],
    [{ allowPrivilegeEscalation: undefined }, ['may gain privileges']],
    [{ runAsNonRoot: true }, []],
    [{ runAsNonRoot: false }, ['may run as root']],
    [{ runAsUser: 0 }, ['may run as root']],
    [{ runAsUser: 1000 }, []],
    [{ capabilities: undefined }, ['keep capabilities']],
    [{ capabilities: { drop: ['NET_RAW'] } }, ['keep capabilities']],
    [{ capabilities: { drop: ['NET_RAW', 'ALL'] } }, []],
    [{ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }, []],
    [
      { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'CHOWN'] } },
      ['add capabilities'],
    ],
  ])('of a container allowed %j says %j', (change, expected) => {
    expect(problemsWithin(change)).toEqual(expected);
  });

  it.each<[object, string[]]>([
    [{ ports: [{ containerPort: 80 }] }, []],
    [
      { ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] },
      ['take a port of the host'],
    ],
    [
      { resources: undefined },
      ['request no cpu or memory', 'have no memory limit'],
    ],
    [
      { resources: { ...container.resources, requests: { cpu: '1' } } },
      ['request no cpu or memory'],
    ],
    [
      { resources: { ...container.resources, requests: { memory: '1Gi' } } },
      ['request no cpu or memory'],
    ],
    [
      { resources: { ...container.resources, limits: { cpu: '1' } } },
      ['have no memory limit'],
    ],
    [
      { securityContext: undefined },
      ['may gain privileges', 'keep capabilities'],
    ],
  ])('of a container with %j says %j', (change, expected) => {
    expect(problemsWith(change)).toEqual(expected);
    expect(problems({ initContainers: [{ ...container, ...change }] })).toEqual(
      expected,
    );
  });

  const insecure = manifest({ ...pod, hostNetwork: true });
  const worse = manifest({ ...pod, hostNetwork: true, hostPID: true });
  const worst = manifest({
    ...pod,
    hostNetwork: true,
    automountServiceAccountToken: true,
  });

  it('says what file it is, and whom to tell', () => {
    expect(
      checkPodSecurity([{ kind: 'create', path, after: insecure }]),
    ).toEqual([
      {
        code: 'pod-insecure',
        severity: 'error',
        message: `The pods of ${path} share what is the host’s.`,
        fix: expect.stringContaining('platform team'),
        file: path,
      },
    ]);
  });

  it('says of an edit only what was not so before', () => {
    const change = (before: string, after: string) =>
      outline(checkPodSecurity([{ kind: 'change', path, before, after }]));
    const found = `error pod-insecure ${path}`;
    expect(change(manifest(pod), insecure)).toEqual([found]);
    expect(change(insecure, insecure)).toEqual([]);
    expect(change(insecure, worse)).toEqual([]);
    expect(change(insecure, worst)).toEqual([found]);
    expect(change(worst, insecure)).toEqual([]);
  });

  it.each([
    ['a file that goes', { kind: 'delete' as const, path, before: insecure }],
    [
      'a text',
      { kind: 'create' as const, path: 'k8s/notes/README.md', after: insecure },
    ],
    [
      'what has no pods',
      { kind: 'create' as const, path, after: 'kind: Service\n' },
    ],
    [
      'what is no manifest',
      {
        kind: 'create' as const,
        path,
        after: insecure.replace('kind: Deployment\n', ''),
      },
    ],
  ])('does not look into %s', (_, edit) => {
    expect(checkPodSecurity([edit])).toEqual([]);
  });

  it('looks into every document of every file', () => {
    const edits = ['a.yaml', 'b.yml'].map(name => ({
      kind: 'create' as const,
      path: name,
      after: `${manifest(pod)}---\n${insecure}`,
    }));
    expect(outline(checkPodSecurity(edits))).toEqual([
      'error pod-insecure a.yaml',
      'error pod-insecure b.yml',
    ]);
  });
});
