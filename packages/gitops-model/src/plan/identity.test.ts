import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { parseAllDocuments } from 'yaml';
import {
  identityProfile,
  identityRepository,
  identityRequest,
  planIdentity,
} from '../__testUtils__/identityFixture';
import { findKustomize, inDirectory } from '../__testUtils__/kustomizeBuild';
import { ada, createApp, petra, readTexts } from '../__testUtils__/readFixture';
import { checkChange } from '../checks/crossFile/checkChange';
import { checkManifests } from '../checks/schemas/checkManifests';
import type { Operation } from '../operation/Operation';
import { parseProfile } from '../profile/parseProfile';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { textsOf } from '../__testUtils__/textsOf';

const clients = 'terraform/keycloak/resources/clients';
const stack = 'terraform/vault/main.tf';
const variables = 'terraform/vault/variables.tf';
const layouts = ['raw', 'operated'] as const;

const retire: Operation[] = [
  { type: 'retire-app', app: 'notes', confirmation: 'notes' },
];
const move = (app: string, newHost: string): Operation[] => [
  {
    type: 'change-route',
    app,
    host: `${app}.exitthecloud.eu`,
    newHost,
  },
];
const read = (snapshot: RepositorySnapshot) =>
  readRepository(snapshot, identityProfile);

function errorsOf(operations: Operation[], files: Record<string, string> = {}) {
  return planIdentity(operations, identityRepository(files))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, file, message }) => [code, file, message].join(' '));
}

/** The repository with the request's app, and what stood there before. */
function created(
  layout: (typeof layouts)[number],
  before = identityRepository(),
) {
  const { edits, findings } = planIdentity(identityRequest(layout), before);
  expect(
    findings.filter(({ code }) => code !== 'secret-value-missing'),
  ).toEqual([]);
  return { edits, findings, after: applyEdits(before, edits) };
}

/** What a change adds to a file, without a byte lost. */
function addedTo(before: RepositorySnapshot, after: RepositorySnapshot) {
  return (path: string) => {
    const kept = (before.readText(path) ?? '').split('\n');
    const lines = (after.readText(path) ?? '').split('\n');
    expect(kept.filter(line => !lines.includes(line))).toEqual([]);
    return lines.filter(line => !kept.includes(line));
  };
}

const lineEnds: [string, (text: string) => string][] = [
  ['as it is', text => text],
  ['with the line ends of Windows', text => text.replaceAll('\n', '\r\n')],
  ['without a last line end', text => text.trimEnd()],
];

describe.each(layouts)('a login and secrets of an app of %s', layout => {
  it('read back as what was asked for, and change nothing when asked again', () => {
    const { edits, after } = created(layout);
    expect(
      checkManifests(edits).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    const model = read(after);
    expect(model.findings).toEqual(read(identityRepository()).findings);
    expect(model.loginClients).toContainEqual(
      expect.objectContaining({
        app: 'notes',
        clientId: 'notes',
        realm: 'edgit',
        wired: true,
        form: layout === 'raw' ? 'json' : 'custom-resource',
        redirectUris: ['https://notes.exitthecloud.eu/oauth2/callback'],
      }),
    );
    expect(planIdentity(identityRequest(layout), after)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('pass what is checked of any branch', () => {
    const before = identityRepository();
    const { after } = created(layout, before);
    const said = (head: RepositorySnapshot, from: RepositorySnapshot) =>
      checkChange({
        head,
        profile: identityProfile,
        since: { fork: from, base: from },
      }).map(({ code, severity, file }) => `${severity} ${code} ${file}`);
    expect(said(after, before)).toEqual([]);
    const moved = applyEdits(
      after,
      planIdentity(move('notes', 'diary.exitthecloud.eu'), after).edits,
    );
    expect(said(moved, after)).toEqual([]);
    const path = `${clients}/second.json`;
    const second = JSON.stringify({
      clientId: 'notes',
      redirectUris: ['http://notes.${CLUSTER_DOMAIN}/*'],
    });
    expect(
      said(
        applyEdits(after, [{ kind: 'create', path, after: second }]),
        after,
      ).sort(),
    ).toEqual([
      `error client-id-taken ${path}`,
      `error redirect-uri-invalid ${path}`,
    ]);
  });

  it.each(lineEnds)('leave every byte %s when the app goes', (_how, change) => {
    const before = identityRepository(
      Object.fromEntries(
        Object.entries(textsOf(identityRepository())).map(([path, text]) => [
          path,
          change(text),
        ]),
      ),
    );
    const { after: there } = created(layout, before);
    const { edits, findings } = planIdentity(retire, there);
    expect(findings).toEqual([]);
    const after = applyEdits(there, edits);
    expect(textsOf(after)).toEqual(textsOf(before));
    expect(planIdentity(retire, after)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('follow the app to another host', () => {
    const { after: there } = created(layout);
    const { edits, findings } = planIdentity(
      move('notes', 'diary.exitthecloud.eu'),
      there,
    );
    expect(findings).toEqual([]);
    const after = applyEdits(there, edits);
    const changed = Object.entries(textsOf(there)).map(([path, text]) => [
      path,
      /\.json$|keycloakclient|httproute/.test(path)
        ? text.replace(/(?<=https:\/\/|- )notes(?=\.)/g, 'diary')
        : text,
    ]);
    expect(textsOf(after)).toEqual(Object.fromEntries(changed));
    expect(
      planIdentity(move('notes', 'diary.exitthecloud.eu'), after),
    ).toMatchObject({ edits: [], findings: [] });
    expect(
      read(after).loginClients.find(({ clientId }) => clientId === 'notes'),
    ).toMatchObject({
      app: 'notes',
      redirectUris: ['https://diary.exitthecloud.eu/oauth2/callback'],
    });
  });

  it('tell what a person has to give to Terraform, and no value', () => {
    const { findings } = created(layout);
    expect(findings.map(({ message }) => message)).toEqual([
      'Terraform asks for notes_database_url, notes_database_ca_crt to write atlas/notes/database to the secret store.',
      'Terraform asks for notes_shared_stripe to write atlas/shared to the secret store.',
      'Terraform asks for notes_oidc_client_secret to write atlas/notes/oidc to the secret store.',
    ]);
  });
});

describe('a client in a JSON file', () => {
  const journal = `${clients}/journal.json`;

  it('looks as its siblings do, and takes no more rights than it needs', () => {
    const { after } = created('raw');
    expect(after.readText(`${clients}/notes.json`)).toBe(
      `{
  "name": "notes",
  "vault_secret_ref": "atlas/notes/oidc",
  "client_id_key": "client_id",
  "client_secret_key": "client_secret",
  "enabled": true,
  "access_type": "CONFIDENTIAL",
  "root_url": "https://notes.\${CLUSTER_DOMAIN}",
  "base_url": "https://notes.\${CLUSTER_DOMAIN}",
  "redirect_uris": [
    "https://notes.\${CLUSTER_DOMAIN}/oauth2/callback"
  ],
  "web_origins": [
    "https://notes.\${CLUSTER_DOMAIN}"
  ],
  "standard_flow_enabled": true,
  "direct_access_grants_enabled": false,
  "service_accounts_enabled": false,
  "implicit_flow_enabled": false,
  "full_scope_allowed": false
}
`,
    );
  });

  it.each([
    [
      'Keycloak’s own words, in one line, without a last line end',
      '{\n\t"redirectUris": ["https://a.example/b"],\n\t"clientId": "a",\n\t"webOrigins": ["+"]\n}',
      `{
\t"redirectUris": ["https://notes.\${CLUSTER_DOMAIN}/oauth2/callback"],
\t"clientId": "notes",
\t"vault_secret_ref": "atlas/notes/oidc",
\t"enabled": true,
\t"publicClient": false,
\t"webOrigins": ["https://notes.\${CLUSTER_DOMAIN}"],
\t"standardFlowEnabled": true,
\t"implicitFlowEnabled": false,
\t"directAccessGrantsEnabled": false,
\t"serviceAccountsEnabled": false,
\t"fullScopeAllowed": false
}`,
    ],
    [
      'the words of Terraform’s provider, with the line ends of Windows',
      '{\r\n    "client_id": "a",\r\n    "access_type": "PUBLIC",\r\n    "valid_redirect_uris": [\r\n        "https://a.example/b"\r\n    ]\r\n}\r\n',
      `{
    "client_id": "notes",
    "vault_secret_ref": "atlas/notes/oidc",
    "enabled": true,
    "access_type": "CONFIDENTIAL",
    "valid_redirect_uris": [
        "https://notes.\${CLUSTER_DOMAIN}/oauth2/callback"
    ],
    "web_origins": [
        "https://notes.\${CLUSTER_DOMAIN}"
    ],
    "standard_flow_enabled": true,
    "implicit_flow_enabled": false,
    "direct_access_grants_enabled": false,
    "service_accounts_enabled": false,
    "full_scope_allowed": false
}
`.replaceAll('\n', '\r\n'),
    ],
  ])('is written in %s where they are', (_how, sibling, expected) => {
    const before = applyEdits(identityRepository(), [
      { kind: 'delete', path: `${clients}/grafana.json`, before: '' },
      { kind: 'delete', path: journal, before: '' },
      { kind: 'create', path: `${clients}/a.json`, after: sibling },
    ]);
    const { after } = created('raw', before);
    expect(after.readText(`${clients}/notes.json`)).toBe(expected);
    expect(planIdentity(identityRequest('raw'), after).edits).toEqual([]);
  });

  it('that people wrote follows its app in every URL, and in nothing else', () => {
    const before = identityRepository();
    const { edits, findings } = planIdentity(
      move('journal', 'diary.exitthecloud.eu'),
      before,
    );
    // The profile has no block for the dashboard.
    expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'still-referenced k8s/homepage/values.yaml',
    ]);
    const text = before.readText(journal) ?? '';
    expect(applyEdits(before, edits).readText(journal)).toBe(
      text
        .replaceAll('https://journal.${', 'https://diary.${')
        .replace(
          String.raw`https:\/\/journal.exitthecloud.eu\/old`,
          'https://diary.${CLUSTER_DOMAIN}/old',
        ),
    );
  });

  it('follows its app in each URL of one text', () => {
    const urls = (own: string) =>
      ['sea', own, 'tides', own].map(
        (name, at) => `https://${name}.\${CLUSTER_DOMAIN}/${at}`,
      );
    const text = (own: string) =>
      JSON.stringify({
        clientId: 'journal',
        redirectUris: [`https://${own}.\${CLUSTER_DOMAIN}/callback`],
        attributes: { 'post.logout.redirect.uris': urls(own).join('##') },
      });
    const before = identityRepository({ [journal]: text('journal') });
    const { edits } = planIdentity(
      move('journal', 'diary.exitthecloud.eu'),
      before,
    );
    expect(applyEdits(before, edits).readText(journal)).toBe(text('diary'));
  });

  it('goes with the app that it leads to, and stays where it leads elsewhere', () => {
    const foreign = JSON.stringify({
      clientId: 'sea',
      redirectUris: ['https://tides.exitthecloud.eu/callback'],
    });
    const gone = (files: Record<string, string>) =>
      planIdentity(
        [{ type: 'retire-app', app: 'journal', confirmation: 'journal' }],
        identityRepository(files),
      )
        .edits.filter(({ path }) => path.startsWith('terraform/'))
        .map(({ kind, path }) => `${kind} ${path}`);
    expect(gone({})).toEqual([`delete ${journal}`]);
    expect(gone({ [journal]: foreign })).toEqual([]);
  });

  it.each([
    [
      'an id that another client has',
      { clientId: 'grafana' },
      {},
      'client-id-taken terraform/keycloak/resources/clients/grafana.json There is a login client named grafana already.',
    ],
    [
      'an id that the file cannot say',
      { clientId: 'notes-web' },
      {},
      'file-not-writable terraform/keycloak/resources/clients/notes.json terraform/keycloak/resources/clients/notes.json cannot be written: a client of that file is named notes.',
    ],
    [
      'a file that is somebody else’s',
      {},
      {
        [`${clients}/notes.json`]: JSON.stringify({
          clientId: 'sea',
          redirectUris: ['https://tides.exitthecloud.eu/callback'],
        }),
      },
      'file-not-writable terraform/keycloak/resources/clients/notes.json terraform/keycloak/resources/clients/notes.json cannot be written: there is a file of that name already.',
    ],
  ])('is refused for %s', (_what, change, files, expected) => {
    const request = identityRequest('raw').map(operation =>
      operation.type === 'add-oidc-client'
        ? { ...operation, ...change }
        : operation,
    );
    expect(errorsOf(request, files)).toEqual([expected]);
  });
});

it('writes no client where the profile would not read it again', () => {
  const { findings } = planIdentity(
    identityRequest('raw'),
    identityRepository(),
    ada,
    { ...identityProfile, loginClients: [] },
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'file-not-writable',
      severity: 'error',
      message: `${clients}/notes.json cannot be written: the profile reads no login clients from its directory.`,
    }),
  );
});

describe('a client as an object', () => {
  it('takes the secret that the app’s own ExternalSecret brings', () => {
    const { after } = created('operated');
    const text = after.readText('services/notes/keycloakclient.yaml') ?? '';
    const [client] = parseAllDocuments(text).map(document => document.toJS());
    expect(client).toMatchObject({
      apiVersion: 'v1.edp.epam.com/v1',
      kind: 'KeycloakClient',
      metadata: { name: 'notes', namespace: 'notes' },
      spec: {
        clientId: 'notes',
        realmRef: { kind: 'ClusterKeycloakRealm', name: 'edgit' },
        secret: '$notes-oidc:client_secret',
        public: false,
        webUrl: 'https://notes.exitthecloud.eu',
        redirectUris: ['https://notes.exitthecloud.eu/oauth2/callback'],
        webOrigins: ['https://notes.exitthecloud.eu'],
        implicitFlowEnabled: false,
        directAccess: false,
        fullScopeAllowed: false,
      },
    });
    expect(after.readText('services/notes/kustomization.yaml')).toContain(
      '  - keycloakclient.yaml\n',
    );
  });

  it('is refused with an id that a JSON file has', () => {
    const request = identityRequest('operated').map(operation =>
      operation.type === 'add-oidc-client'
        ? { ...operation, clientId: 'journal' }
        : operation,
    );
    expect(errorsOf(request)).toEqual([
      `client-id-taken ${clients}/journal.json There is a login client named journal of the app journal already.`,
    ]);
  });
});

const kustomize = findKustomize();
const build = typeof kustomize === 'function' ? kustomize : undefined;
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped a real build: ${kustomize.missing}.\n`);
}

(build ? describe : describe.skip)('real kustomize', () => {
  it('builds the client with the app', () => {
    const { after } = created('operated');
    inDirectory(textsOf(after), directory => {
      const built = build?.(join(directory, 'services/notes')) ?? '';
      expect(
        parseAllDocuments(built)
          .map(document => document.toJS().kind)
          .sort(),
      ).toEqual([
        'Deployment',
        'ExternalSecret',
        'ExternalSecret',
        'HTTPRoute',
        'KeycloakClient',
        'Namespace',
        'Service',
      ]);
    });
  });
});

describe('the secret of a client', () => {
  it.each(layouts)(
    'is asked of a person where nothing provisions keys for apps of %s',
    layout => {
      const { findings, edits } = planIdentity(
        identityRequest(layout),
        identityRepository(),
        ada,
        { ...identityProfile, blocks: [] },
      );
      expect(findings).toEqual([
        {
          app: 'notes',
          code: 'secret-value-missing',
          severity: 'warning',
          message:
            'The client notes takes its secret from the secret store, where nobody has put one yet.',
          fix: 'Put client_id notes, a random client_secret and the issuer https://keycloak.exitthecloud.eu/realms/edgit under atlas/notes/oidc in the secret store, before this is merged.',
        },
      ]);
      expect(edits.map(({ path }) => path)).not.toContain(stack);
    },
  );

  it('is not asked for where Terraform takes it from Keycloak itself', () => {
    const [raw] = identityProfile.layouts;
    const own = raw.blocks.filter(
      ({ block }) => block !== 'json-keycloak-client',
    );
    const keycloak = 'terraform/keycloak/clients.tf';
    const { findings, edits } = planIdentity(
      identityRequest('raw'),
      identityRepository({ [keycloak]: '' }),
      ada,
      {
        ...identityProfile,
        layouts: [
          {
            ...raw,
            blocks: [
              ...own,
              {
                block: 'terraform-keycloak-client',
                file: keycloak,
                realm: 'edgit',
                realmReference: 'data.keycloak_realm.edgit.id',
                issuer: 'https://keycloak.exitthecloud.eu/realms/edgit',
              },
            ],
          },
        ],
      },
    );
    expect(JSON.stringify(findings)).not.toContain('oidc');
    const written = edits.find(({ path }) => path === variables);
    expect(written?.kind === 'change' && written.after).not.toContain('oidc');
  });
});

describe('a key that Terraform writes', () => {
  const secret = (
    entries: Extract<Operation, { type: 'add-secret' }>['entries'],
    app = 'journal',
  ): Operation => ({ type: 'add-secret', app, entries });
  const main = readTexts('identity/repository')[stack];

  it('gets its line in a shared map and a resource of its own, and no other byte changes', () => {
    const before = identityRepository();
    const added = addedTo(before, created('raw', before).after);
    expect(added(stack).join('\n')).toBe(
      `    notes-stripe  = var.notes_shared_stripe
resource "vault_kv_secret_v2" "notes_database" {
  mount     = vault_mount.kv.path
  name      = "atlas/notes/database"
    url      = var.notes_database_url
    "ca.crt" = var.notes_database_ca_crt
resource "vault_kv_secret_v2" "notes_oidc" {
  mount     = vault_mount.kv.path
  name      = "atlas/notes/oidc"
    client_id     = "notes"
    client_secret = var.notes_oidc_client_secret
    issuer        = "https://keycloak.exitthecloud.eu/realms/edgit"`,
    );
    expect(added(variables).join('\n')).toBe(
      `variable "notes_database_url" {
  description = "url of atlas/notes/database"
variable "notes_database_ca_crt" {
  description = "ca.crt of atlas/notes/database"
variable "notes_shared_stripe" {
  description = "notes-stripe of atlas/shared"
variable "notes_oidc_client_secret" {
  description = "client_secret of atlas/notes/oidc"`,
    );
  });

  it('is kept where it is there, whatever its value is', () => {
    const files = {
      [stack]: `${main}
resource "vault_kv_secret_v2" "diary" {
  mount     = "kv"
  name      = "atlas/journal/db"
  data_json = jsonencode({ url = random_password.db.result })
}
`,
    };
    const entries = [{ env: 'URL', key: 'atlas/journal/db', property: 'url' }];
    const { edits, findings } = planIdentity(
      [secret(entries)],
      identityRepository(files),
    );
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path).sort()).not.toContain(stack);
    const more = planIdentity(
      [secret([{ ...entries[0], env: 'CA', property: 'ca' }])],
      identityRepository(files),
    ).edits.find(({ path }) => path === stack);
    expect(more?.kind === 'change' && more.after).toBe(
      files[stack].replace(
        'random_password.db.result }',
        'random_password.db.result, ca = var.journal_db_ca }',
      ),
    );
  });

  it('is kept where another stack writes it', () => {
    const generated = `resource "vault_kv_secret_v2" "journal_oidc" {
  mount     = "kv"
  name      = "atlas/journal/oidc"
  data_json = jsonencode({ client_secret = keycloak_openid_client.journal.client_secret })
}
`;
    const files = { 'terraform/keycloak/journal.tf': generated };
    const entry = {
      env: 'CLIENT_SECRET',
      key: 'atlas/journal/oidc',
      property: 'client_secret',
    };
    const { edits, findings } = planIdentity(
      [secret([entry])],
      identityRepository(files),
    );
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).not.toContain(stack);
    expect(errorsOf([secret([{ ...entry, property: 'salt' }])], files)).toEqual(
      [
        'file-not-writable terraform/keycloak/journal.tf terraform/keycloak/journal.tf cannot be written: it is the one that writes atlas/journal/oidc.',
      ],
    );
  });

  it('stands beside the others on one line, and leaves them as they are', () => {
    const tides: Operation = secret(
      [{ env: 'CHART', key: 'borealis/tides', property: 'chart' }],
      'tides',
    );
    const before = identityRepository();
    const { edits } = planIdentity([tides], before, petra);
    expect(applyEdits(before, edits).readText(stack)).toBe(
      main.replace(
        'var.tides_key })',
        'var.tides_key, chart = var.tides_chart })',
      ),
    );
  });

  it('needs its variables in the same stack', () => {
    const block = {
      block: 'vault-path',
      file: 'terraform/vault/main.tf',
      variablesFile: 'terraform/variables.tf',
    };
    expect(() =>
      parseProfile({ ...identityProfile, blocks: [block] }, 'https://x'),
    ).toThrow('must have both files in the directory of one Terraform stack');
  });

  it('is not written for an app that reads a path as a whole', () => {
    const { edits, findings } = planIdentity([
      secret([{ env: 'ALL', key: 'atlas/journal/all' }]),
    ]);
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).not.toContain(stack);
  });

  it.each([
    [
      'a variable that is there, and may be another app’s',
      { [variables]: 'variable "journal_db_url" {}\n' },
      `file-not-writable ${variables} ${variables} cannot be written: there is a variable named journal_db_url already, whose value may be another app’s.`,
    ],
    [
      'a path that another file writes',
      {
        'terraform/vault/db.tf':
          'resource "vault_kv_secret_v2" "db" {\n  name = "atlas/journal/db"\n}\n',
      },
      'file-not-writable terraform/vault/db.tf terraform/vault/db.tf cannot be written: it is the one that writes atlas/journal/db.',
    ],
    [
      'what is no plain map',
      {
        [stack]:
          'resource "vault_kv_secret_v2" "db" {\n  name = "atlas/journal/db"\n  data_json = jsonencode(merge({ a = 1 }, local.db))\n}\n',
      },
      `file-not-writable ${stack} ${stack} cannot be written: what it writes to atlas/journal/db is no plain map.`,
    ],
    [
      'a name that another path has',
      {
        [stack]:
          'resource "vault_kv_secret_v2" "journal_db" {\n  name = "atlas/other"\n}\n',
      },
      `file-not-writable ${stack} ${stack} cannot be written: it has a resource named journal_db already.`,
    ],
    [
      'a file that is broken',
      { [stack]: 'resource "vault_kv_secret_v2" {\n' },
      `file-not-writable ${stack} ${stack} cannot be written: a block has no end.`,
    ],
    [
      'a key that an app of another owner reads',
      {
        'k8s/tides/externalsecret.yaml': [
          'apiVersion: external-secrets.io/v1',
          'kind: ExternalSecret',
          'metadata: {name: tides}',
          'spec:',
          '  secretStoreRef: {kind: ClusterSecretStore, name: vault-backend}',
          '  data: [{secretKey: A, remoteRef: {key: atlas/journal/db}}]',
          '',
        ].join('\n'),
        'k8s/tides/kustomization.yaml':
          'namespace: tides\nresources: [namespace.yaml, deployment.yaml, service.yaml, httproute.yaml, externalsecret.yaml]\n',
      },
      'secret-key-foreign k8s/tides/externalsecret.yaml The app tides, which has another owner, reads the key atlas/journal/db.',
    ],
  ])('is refused for %s', (_what, files, expected) => {
    expect(
      errorsOf(
        [secret([{ env: 'URL', key: 'atlas/journal/db', property: 'url' }])],
        files,
      ),
    ).toEqual([expected]);
  });

  it.each([
    [
      'a mount’s own reference',
      'path = "${vault_mount.kv.path}/atlas/journal/db"',
    ],
    ['a mount in words', 'path = "kv/atlas/journal/db"'],
  ])('is found where its path is named by %s', (_how, path) => {
    const resource = (entries: string) =>
      `\nresource "vault_generic_secret" "db" {\n  ${path}\n  data_json = jsonencode({ ${entries} })\n}\n`;
    const before = identityRepository({ [stack]: main + resource('a = 1') });
    const { edits, findings } = planIdentity(
      [secret([{ env: 'URL', key: 'atlas/journal/db', property: 'url' }])],
      before,
    );
    expect(findings.map(({ code }) => code)).toEqual(['secret-value-missing']);
    expect(applyEdits(before, edits).readText(stack)).toBe(
      main + resource('a = 1, url = var.journal_db_url'),
    );
  });

  it.each([
    [
      'a name of parts',
      'db.tf',
      'resource "vault_kv_secret_v2" "db" {\n  mount = "kv"\n  name = "${local.team}/journal/db"\n}\n',
      'its resource vault_kv_secret_v2.db writes to a path that only Terraform can tell, and it may write atlas/journal/db',
    ],
    [
      'a name of a list',
      'db.tf',
      'resource "vault_kv_secret_v2" "all" {\n  for_each = local.all\n  mount = vault_mount.kv.path\n  name = each.key\n}\n',
      'its resource vault_kv_secret_v2.all writes to a path that only Terraform can tell, and it may write atlas/journal/db',
    ],
    [
      'a path on a mount that nobody knows',
      'db.tf',
      'resource "vault_generic_secret" "db" {\n  path = "${var.mount}/atlas/journal/db"\n}\n',
      'its resource vault_generic_secret.db writes to a path that only Terraform can tell, and it may write atlas/journal/db',
    ],
    [
      'a file that is broken',
      'db.tf',
      'resource "vault_kv_secret_v2" {\n',
      'a block has no end, and it may write atlas/journal/db',
    ],
    [
      'a file in JSON',
      'db.tf.json',
      '{}',
      'Terraform in JSON cannot be edited here, and it may write atlas/journal/db',
    ],
  ])('gets no second resource beside %s', (_what, name, text, reason) => {
    const file = `terraform/vault/${name}`;
    const url = { env: 'URL', key: 'atlas/journal/db', property: 'url' };
    const expected = [
      `file-not-writable ${file} ${file} cannot be written: ${reason}.`,
    ];
    expect(errorsOf([secret([url])], { [file]: text })).toEqual(expected);
    // What is known to be there takes a further field all the same.
    const there = `${main}\nresource "vault_kv_secret_v2" "db" {\n  name = "atlas/journal/db"\n  data_json = jsonencode({ a = 1 })\n}\n`;
    expect(errorsOf([secret([url])], { [file]: text, [stack]: there })).toEqual(
      [],
    );
  });

  it('gets a resource beside what writes to other mounts', () => {
    const file = 'terraform/vault/other.tf';
    const text = [
      'resource "vault_mount" "other" {\n  path = "other"\n}\n',
      'resource "vault_generic_secret" "db" {\n  path = "${vault_mount.other.path}/atlas/journal/db"\n}\n',
      'resource "vault_kv_secret_v2" "all" {\n  mount = "other"\n  name = each.key\n}\n',
    ].join('');
    const url = { env: 'URL', key: 'atlas/journal/db', property: 'url' };
    expect(errorsOf([secret([url])], { [file]: text })).toEqual([]);
  });

  it.each([
    '__proto__',
    'constructor',
    'for',
    'null',
    'true',
    '1a',
    '-x',
    'a.b',
    'A--b_',
  ])('may have a field named %s', async property => {
    const before = identityRepository();
    const { edits } = planIdentity(
      [secret([{ env: 'X', key: 'atlas/journal/x', property }])],
      before,
    );
    const after = applyEdits(before, edits);
    const written = await parse(stack, after.readText(stack) ?? '');
    const name = `journal_x_${property.toLowerCase().replace(/[^a-z0-9_]/g, '_')}`;
    expect(JSON.stringify(written)).toContain(
      /^[A-Za-z_][\w-]*$/.test(property) && property !== 'for'
        ? `{\\n    ${property} = var.${name}\\n  }`
        : `{\\n    \\"${property}\\" = var.${name}\\n  }`,
    );
    expect(after.readText(variables)).toContain(`variable "${name}" {`);
    const again = planIdentity(
      [secret([{ env: 'X', key: 'atlas/journal/x', property }])],
      after,
    );
    expect(again).toMatchObject({ edits: [], findings: [] });
  });

  it.each([
    ['the field', 'notes-stripe'],
    ['the whole path', undefined],
  ])(
    'stays for whoever else reads %s, with its variable',
    (_what, property) => {
      const { after } = created('raw');
      const entries = [{ env: 'STRIPE_KEY', key: 'atlas/shared', property }];
      const shared = applyEdits(
        after,
        planIdentity([secret(entries)], after).edits,
      );
      const gone = applyEdits(shared, planIdentity(retire, shared, ada).edits);
      expect(gone.readText(stack)).toContain(
        '    notes-stripe  = var.notes_shared_stripe\n',
      );
      expect(gone.readText(stack)).not.toContain('notes_database');
      expect(gone.readText(variables)).toContain('"notes_shared_stripe"');
      expect(gone.readText(variables)).not.toContain('"notes_oidc');
    },
  );

  it('keeps a variable that something else takes, too', () => {
    const { after } = created('raw');
    const use = 'output "url" {\n  value = var.notes_database_url\n}\n';
    const used = applyEdits(after, [
      { kind: 'create', path: 'terraform/vault/outputs.tf', after: use },
    ]);
    const gone = applyEdits(used, planIdentity(retire, used).edits);
    expect(gone.readText(variables)).toContain('"notes_database_url"');
    expect(gone.readText(variables)).not.toContain('"notes_database_ca_crt"');
    expect(gone.readText(stack)).toBe(main);
  });

  it('is told of where people moved it to another file', () => {
    const { after } = created('raw');
    const kept = after.readText(stack) ?? '';
    const at = kept.indexOf('resource "vault_kv_secret_v2" "notes_database"');
    const end = kept.indexOf('}\n', kept.indexOf('})', at) + 2) + 2;
    const other = 'terraform/vault/notes.tf';
    const moved = applyEdits(after, [
      {
        kind: 'change',
        path: stack,
        before: kept,
        after: kept.slice(0, at) + kept.slice(end),
      },
      { kind: 'create', path: other, after: kept.slice(at, end) },
    ]);
    const { edits, findings } = planIdentity(retire, moved);
    expect(findings).toEqual(
      ['url', 'ca.crt'].map(property =>
        expect.objectContaining({
          code: 'survives',
          severity: 'info',
          file: other,
          message: `What stays when notes is gone: ${property} of atlas/notes/database, which ${other} writes.`,
        }),
      ),
    );
    const gone = applyEdits(moved, edits);
    expect(gone.readText(other)).toBe(kept.slice(at, end));
    expect(gone.readText(variables)).toContain('"notes_database_url"');
    expect(gone.readText(variables)).not.toContain('"notes_oidc');
  });

  it('never carries what only looks like the app’s own', () => {
    const operations: Operation[] = [
      { ...createApp, app: 'a-b', layout: 'raw', storage: [] },
      secret([{ env: 'X', key: 'atlas/a-b/c', property: 'd' }], 'a-b'),
      { ...createApp, app: 'a', layout: 'raw', storage: [] },
      secret([{ env: 'X', key: 'atlas/a/b/c', property: 'd' }], 'a'),
    ];
    expect(errorsOf(operations)).toEqual([
      `file-not-writable ${stack} ${stack} cannot be written: it has a resource named a_b_c already.`,
    ]);
  });
});
