import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { planOperations } from '../plan/planOperations';
import { isWritable } from '../profile/isWritable';
import { parseProfile } from '../profile/parseProfile';
import type { WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ada, readTexts } from './readFixture';

/** Options of blocks, as a profile's text has them. */
export type Options = Record<string, unknown>;

export const pullSecretOptions: Options = {
  block: 'pull-secret',
  file: '{directory}/pull-secret.yaml',
  key: 'platform/harbor',
  refreshInterval: '1h',
};

export const exceptionOptions: Options = {
  block: 'policy-exception',
  file: 'k8s/kyverno/exceptions/{app}.yaml',
  list: 'k8s/kyverno/exceptions/kustomization.yaml',
  namespace: 'kyverno',
  kinds: ['Deployment', 'Pod'],
  exceptions: [
    {
      policyName: 'require-read-only-root',
      ruleNames: ['read-only-root', 'autogen-read-only-root'],
    },
    { policyName: 'require-probes', ruleNames: ['probes'] },
  ],
};

/** How manifests of the small repositories name these. */
const addresses = {
  'edgit-k8s': 'http://localhost:7401/edgit/edgit-k8s.git',
  monosense: 'http://localhost:7401/monosense/k8s-gitops.git',
  pitower: 'http://localhost:7401/pitower/home.git',
};

/** A profile of the repository with more blocks in the layout for pods, and whatever else is said. */
export function policyProfile(
  more: Options[],
  platform: keyof typeof addresses = 'edgit-k8s',
  change: (value: Options) => Options = value => value,
): WritableProfile {
  const value = parse(
    readFileSync(
      resolve(__dirname, `../../../../platforms/${platform}.yaml`),
      'utf8',
    ),
  );
  const [layout, ...others] = value.layouts;
  const layouts = [
    { ...layout, blocks: [...layout.blocks, ...more] },
    ...others,
  ];
  const parsed = parseProfile(
    change({ ...value, layouts }),
    addresses[platform],
  );
  if (!isWritable(parsed)) throw new Error('The profile lists no layouts.');
  return parsed;
}

/** The small repository, with a list of exceptions that holds one of another app. */
export const policyRepository = createSnapshot({
  commit: '0123456789abcdef0123456789abcdef01234567',
  files: {
    ...readTexts('repository'),
    'k8s/kyverno/exceptions/kustomization.yaml':
      'resources:\n- tides.yaml # for now\n- zone.yaml',
    'k8s/kyverno/exceptions/tides.yaml': [
      'kind: PolicyException',
      'apiVersion: kyverno.io/v2',
      'metadata: {name: tides, namespace: kyverno}',
      'spec:',
      '  exceptions:',
      '  - policyName: "require-probes"',
      '    ruleNames: [probes]',
      '  match:',
      '    any:',
      '    - resources: {kinds: [Pod], namespaces: [tides]}',
      '',
    ].join('\n'),
  },
});

export function planPolicy(
  operations: Operation[],
  profile: WritableProfile,
  snapshot: RepositorySnapshot = policyRepository,
  requester = ada,
): Plan {
  return planOperations({
    snapshot,
    model: readRepository(snapshot, profile),
    profile,
    operations,
    requester,
  });
}
