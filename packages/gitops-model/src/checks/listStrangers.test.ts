import { withFiles } from '../__testUtils__/withFiles';
import {
  identityProfile,
  identityRepository,
  identityRequest,
} from '../__testUtils__/identityFixture';
import {
  exceptionOptions,
  policyProfile,
  policyRepository,
  pullSecretOptions,
} from '../__testUtils__/policyFixture';
import { ada, wholeRequest } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import type { Plan } from '../plan/Plan';
import { planOperations } from '../plan/planOperations';
import type { WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const exceptions = 'k8s/kyverno/exceptions/notes.yaml';
const pullSecrets = 'k8s/pull-secrets/notes.yaml';
const clients = 'terraform/keycloak/resources/clients/notes.json';
const policies = policyProfile([
  { ...pullSecretOptions, file: 'k8s/pull-secrets/{app}.yaml' },
  exceptionOptions,
]);

function plan(
  snapshot: RepositorySnapshot,
  profile: WritableProfile,
  operations: Operation[],
): Plan {
  const model = readRepository(snapshot, profile);
  return planOperations({
    snapshot,
    model,
    profile,
    operations,
    requester: ada,
  });
}

/** What is said to stay of an app, one file of which somebody has changed since. */
function strangersBeside(
  before: RepositorySnapshot,
  profile: WritableProfile,
  request: Operation[],
  file: string,
  change: (text: string) => string,
) {
  const created = applyEdits(before, plan(before, profile, request).edits);
  const there = withFiles(created, texts => ({ [file]: change(texts[file]) }));
  const { edits, findings } = plan(there, profile, [
    { type: 'retire-app', app: 'notes', confirmation: 'notes' },
  ]);
  return {
    files: findings.flatMap(finding =>
      finding.code === 'survives' && finding.severity === 'warning'
        ? [finding.file]
        : [],
    ),
    isTouched: edits.some(({ path }) => path === file),
  };
}

describe('a file called after a retired app', () => {
  it.each<[string, string, (text: string) => string]>([
    [
      'an exception for one more namespace',
      exceptions,
      text => text.replace(/^( *)- notes$/m, '$&\n$1- wharf'),
    ],
    [
      'a pull secret of another namespace',
      pullSecrets,
      text => text.replace('namespace: notes', 'namespace: wharf'),
    ],
  ])('is told of where it holds %s', (_what, file, change) => {
    const strangers = (edit: typeof change) =>
      strangersBeside(policyRepository, policies, wholeRequest, file, edit);
    expect(strangers(change)).toEqual({ files: [file], isTouched: false });
    expect(strangers(text => text)).toEqual({ files: [], isTouched: true });
  });

  it('is told of where it holds the login client of another app', () => {
    const strangers = (change: (text: string) => string) =>
      strangersBeside(
        identityRepository(),
        identityProfile,
        identityRequest('raw'),
        clients,
        change,
      );
    expect(
      strangers(() => JSON.stringify({ clientId: 'wharf', redirectUris: [] })),
    ).toEqual({
      files: [clients],
      isTouched: false,
    });
    expect(strangers(text => text)).toEqual({ files: [], isTouched: true });
  });
});
