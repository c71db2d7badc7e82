import { z } from 'zod';
import type { Finding } from '../finding/Finding';
import type { FileEdit } from '../plan/Plan';
import { isYamlFile, readManifests } from './readManifests';
import { refusal } from './refusal';

const containerSchema = z.object({
  image: z.string().default(''),
  resources: z
    .object({
      requests: z.record(z.string(), z.unknown()).default({}),
      limits: z.record(z.string(), z.unknown()).default({}),
    })
    .prefault({}),
  ports: z.array(z.object({ hostPort: z.number().optional() })).default([]),
  securityContext: z
    .object({
      privileged: z.boolean().default(false),
      allowPrivilegeEscalation: z.boolean().default(true),
      runAsNonRoot: z.boolean().optional(),
      runAsUser: z.number().optional(),
      capabilities: z
        .object({
          drop: z.array(z.string()).default([]),
          add: z.array(z.string()).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
});

const podSchema = z.object({
  automountServiceAccountToken: z.boolean().default(true),
  hostNetwork: z.boolean().default(false),
  hostPID: z.boolean().default(false),
  hostIPC: z.boolean().default(false),
  securityContext: z
    .object({
      runAsNonRoot: z.boolean().default(false),
      runAsUser: z.number().optional(),
      seccompProfile: z.object({ type: z.string() }).optional(),
    })
    .prefault({}),
  containers: z.array(containerSchema),
  initContainers: z.array(containerSchema).default([]),
  volumes: z.array(z.record(z.string(), z.unknown())).default([]),
});

const workloadSchema = z.object({
  spec: z.object({ template: z.object({ spec: podSchema }) }),
});

type Pod = z.infer<typeof podSchema>;

/** Volume sources that the restricted standard admits. */
const volumeSources = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/**
 * Holds pods against the `restricted` standard, and a little more. Only what an
 * edit brings is reported, not what a file said before.
 */
export function checkPodSecurity(edits: readonly FileEdit[]): Finding[] {
  return edits.flatMap(edit => {
    if (edit.kind === 'delete' || !isYamlFile(edit.path)) return [];
    const before =
      edit.kind === 'change' ? podsOf(edit.before).flatMap(problemsOf) : [];
    return podsOf(edit.after)
      .flatMap(problemsOf)
      .filter(problem => !before.includes(problem))
      .map(problem =>
        refusal('pod-insecure', {
          message: `The pods of ${edit.path} ${problem}.`,
          fix: 'Report this to the platform team; nothing is written.',
          file: edit.path,
        }),
      );
  });
}

function podsOf(text: string): Pod[] {
  return readManifests(text).flatMap(
    manifest =>
      workloadSchema.safeParse(manifest).data?.spec.template.spec ?? [],
  );
}

function problemsOf(pod: Pod): string[] {
  const { securityContext } = pod;
  const problems: [boolean, string][] = [
    [pod.hostNetwork || pod.hostPID || pod.hostIPC, 'share what is the host’s'],
    [pod.automountServiceAccountToken, 'get a token of the Kubernetes API'],
    [
      securityContext.seccompProfile?.type !== 'RuntimeDefault' &&
        securityContext.seccompProfile?.type !== 'Localhost',
      'have no seccomp profile',
    ],
    [
      pod.volumes.some(volume =>
        Object.keys(volume).some(
          key => key !== 'name' && !volumeSources.has(key),
        ),
      ),
      'mount a volume of a source that is not admitted',
    ],
    ...[...pod.containers, ...pod.initContainers].flatMap(container =>
      containerProblems(container, securityContext.runAsNonRoot),
    ),
    [securityContext.runAsUser === 0, 'run as root'],
  ];
  return problems.flatMap(([isProblem, text]) => (isProblem ? [text] : []));
}

function containerProblems(
  { securityContext, resources, ports }: z.infer<typeof containerSchema>,
  podRunsAsNonRoot: boolean,
): [boolean, string][] {
  const { capabilities } = securityContext;
  return [
    [securityContext.privileged, 'are privileged'],
    [securityContext.allowPrivilegeEscalation, 'may gain privileges'],
    [
      !(securityContext.runAsNonRoot ?? podRunsAsNonRoot) ||
        securityContext.runAsUser === 0,
      'may run as root',
    ],
    [!capabilities.drop.includes('ALL'), 'keep capabilities'],
    [
      capabilities.add.some(added => added !== 'NET_BIND_SERVICE'),
      'add capabilities',
    ],
    [ports.some(({ hostPort }) => hostPort), 'take a port of the host'],
    [
      !('cpu' in resources.requests) || !('memory' in resources.requests),
      'request no cpu or memory',
    ],
    [!('memory' in resources.limits), 'have no memory limit'],
  ];
}
