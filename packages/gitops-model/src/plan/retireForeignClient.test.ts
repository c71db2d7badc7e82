import { plan, ada, repository } from '../__testUtils__/readFixture';
import { applyEdits } from '../snapshot/applyEdits';

const file = 'terraform/keycloak/clients.tf';
const retire = [
  { type: 'retire-app' as const, app: 'journal', confirmation: 'journal' },
];
const before = repository.readText(file) ?? '';

/** Retires the app of a client that people wrote, with this beside it. */
function retireBeside(resources: string) {
  const snapshot = applyEdits(repository, [
    { kind: 'change', path: file, before, after: `${before}\n${resources}` },
  ]);
  const { edits, findings } = plan(retire, ada, snapshot);
  const edit = edits.find(({ path }) => path === file);
  return {
    text: edit?.kind === 'change' ? edit.after : undefined,
    errors: findings.filter(({ severity }) => severity === 'error'),
  };
}

it('takes what belongs to a client alone with it, however it is named', () => {
  const { text, errors } =
    retireBeside(`resource "keycloak_openid_group_membership_protocol_mapper" "journal_groups" {
  client_id  = keycloak_openid_client.journal.id
  claim_name = "groups"
}

resource "vault_kv_secret_v2" "login_of_journal" {
  name      = "atlas/journal/oidc"
  data_json = jsonencode({ "client-secret" = keycloak_openid_client.journal.client_secret })
}
`);
  expect(errors).toEqual([]);
  expect(text).toBe('# One client per app that people sign in to.\n');
});

it.each([
  [
    'a secret that holds more',
    `resource "vault_kv_secret_v2" "shared" {
  name      = "atlas/shared"
  data_json = jsonencode({ journal = keycloak_openid_client.journal.client_secret, smtp = var.smtp_password })
}
`,
  ],
  [
    'an output',
    `output "journal" {
  value = keycloak_openid_client.journal.client_secret
}
`,
  ],
])('refuses while %s refers to the client', (_what, resources) => {
  const { text, errors } = retireBeside(resources);
  expect(errors).toEqual([
    expect.objectContaining({ code: 'file-not-writable', file }),
  ]);
  expect(text).toBeUndefined();
});
