import {
  expectHarmless,
  hostileCases,
  type HostilePlatform,
} from '../__testUtils__/hostile/HostilePlatform';
import {
  identityProfile,
  identityRepository,
  identityRequest,
  planIdentity,
} from '../__testUtils__/identityFixture';
import { petra } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { placeApp } from './placeApp';
import { PlanTree } from './PlanTree';

/** What ends a text of HCL or JSON, or would be evaluated by who reads it. */
const injections = [
  '${var.tides_token}',
  '${CLUSTER_DOMAIN}',
  '%{ if true }x%{ endif }',
  '$${x}',
  '%%{x}',
  'a" }',
  'a", "clientId": "grafana',
  'a"\n  })\n}\nresource "vault_kv_secret_v2" "x" {\n',
  'a\nb = file("/etc/passwd")',
  '<<EOT\nx\nEOT',
  '<<-EOT',
  'a # b',
  'a // b',
  'a /* b',
  'a, b = var.tides_key',
  'a = var.tides_key',
  'var.tides_key}',
  '(var.tides_key)',
  '\\u0024{x}',
  '\\"',
  '"',
  '{"$ref": "x"}',
  '__proto__"',
  '$notes-oidc:client_secret',
  'null,',
  ']',
];

function platformOf(layout: 'raw' | 'operated'): HostilePlatform {
  const [create, route] = identityRequest(layout);
  const app = 'notes';
  const host = 'notes.exitthecloud.eu';
  const there = applyEdits(
    identityRepository(),
    planIdentity(identityRequest(layout)).edits,
  );
  const login = (change: object): Operation[] => [
    create,
    route,
    {
      type: 'add-oidc-client',
      app,
      host,
      callbackPath: '/oauth2/callback',
      ...change,
    },
  ];
  const secret = (change: object): Operation[] => [
    create,
    {
      type: 'add-secret',
      app,
      entries: [{ env: 'A', key: 'atlas/notes/a', property: 'b', ...change }],
    },
  ];
  const move = (change: object): Operation[] => [
    {
      type: 'change-route',
      app,
      host,
      newHost: 'diary.exitthecloud.eu',
      ...change,
    },
  ];
  const isMove = (operations: Operation[]) =>
    operations.some(({ type }) => type === 'change-route');
  const own: HostilePlatform['fields'] = {
    clientId: {
      // Files of the layout do not say the id, and are named after the app.
      benign: layout === 'raw' ? 'notes' : 'diary',
      change: clientId => login({ clientId }),
    },
    callbackPath: {
      benign: '/c',
      change: callbackPath => login({ callbackPath }),
    },
    newHost: {
      benign: 'diary.exitthecloud.eu',
      change: newHost => move({ newHost }),
    },
  };
  // What both layouts write the same way.
  const common: HostilePlatform['fields'] = {
    app: { benign: 'diary', change: value => [{ ...create, app: value }] },
    loginHost: { benign: host, change: value => login({ host: value }) },
    secretKey: { benign: 'atlas/notes/c', change: key => secret({ key }) },
    property: { benign: 'ca.crt', change: property => secret({ property }) },
    oldHost: { benign: host, change: value => move({ host: value }) },
  };
  const fields = layout === 'raw' ? { ...own, ...common } : own;
  const plan = (operations: Operation[]) =>
    planIdentity(operations, isMove(operations) ? there : identityRepository());
  return {
    plan,
    fields,
    texts: {},
    places: [
      placeApp(
        'notes',
        {
          tree: new PlanTree(there),
          profile: identityProfile,
          model: readRepository(there, identityProfile),
        },
        { layout },
      ),
    ],
    more: [
      { name: 'HCL and JSON', values: injections, into: Object.keys(fields) },
    ],
  };
}

describe.each(['raw', 'operated'] as const)(
  'hostile values for logins and secrets of apps of %s',
  layout => {
    const platform = platformOf(layout);
    const cases = hostileCases(platform);

    it.each(Object.entries(platform.fields))(
      'are not refused for what else is asked: %s',
      (_field, { change, benign }) => {
        const { findings } = platform.plan(change(benign));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
          [],
        );
      },
    );

    it.each(cases)('$title', async hostile => {
      await expect(expectHarmless(platform, hostile)).resolves.toBeUndefined();
    });
  },
);

describe('what lies in the files already', () => {
  const clients = 'terraform/keycloak/resources/clients';
  const stack = 'terraform/vault/main.tf';
  const [create, route, , login] = identityRequest('raw');

  it.each([
    '{"clientId": ["notes"]}',
    '{"clientId": "a", "redirectUris": {"b": 1}}',
    '[]',
    '"https://journal.exitthecloud.eu"',
    '{"__proto__": {"clientId": "x"}, "client_id": 1}',
    '{ // no JSON\n}',
    '',
  ])('is not taken for a style: %j', text => {
    const planned = planIdentity(
      [create, route, login],
      identityRepository({ [`${clients}/odd.json`]: text }),
    );
    const errors = planned.findings.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
    const edit = planned.edits.find(({ path }) => path.endsWith('notes.json'));
    expect(edit?.kind === 'create' && JSON.parse(edit.after)).toMatchObject({
      vault_secret_ref: 'atlas/notes/oidc',
      redirect_uris: ['https://notes.${CLUSTER_DOMAIN}/oauth2/callback'],
      implicit_flow_enabled: false,
    });
  });

  it.each([
    [
      'a heredoc',
      'data_json = <<EOT\n{ "b": "${var.tides_token}" }\nEOT',
      'what it writes to atlas/journal/a is no plain map',
    ],
    [
      'a computed key',
      'data_json = jsonencode({ (var.tides_key) = 1 })',
      'what it writes to atlas/journal/a is no plain map',
    ],
    [
      'a loop',
      'data_json = jsonencode({ for k, v in var.all : k => v })',
      'what it writes to atlas/journal/a is no plain map',
    ],
  ])('is not edited where it is %s', (_what, data, reason) => {
    const text = `resource "vault_kv_secret_v2" "x" {\n  name = "atlas/journal/a"\n  ${data}\n}\n`;
    const { findings, edits } = planIdentity(
      [
        {
          type: 'add-secret',
          app: 'journal',
          entries: [{ env: 'A', key: 'atlas/journal/a', property: 'b' }],
        },
      ],
      identityRepository({ [stack]: text }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message: `${stack} cannot be written: ${reason}.`,
      }),
    );
    expect(edits.map(({ path }) => path)).not.toContain(stack);
  });

  it('is kept of another team, whoever asks and however like it is named', () => {
    const files = {
      'terraform/vault/variables.tf':
        'variable "journal_a_b" {\n  type = string\n}\n',
    };
    const operations: Operation[] = [
      {
        type: 'add-secret',
        app: 'journal',
        entries: [{ env: 'A', key: 'atlas/journal/a', property: 'b' }],
      },
    ];
    for (const requester of [undefined, petra]) {
      const { edits, findings } = planIdentity(
        operations,
        identityRepository(files),
        requester,
      );
      expect(findings.map(({ code }) => code)).toContain('file-not-writable');
      expect(edits.map(({ path }) => path)).not.toContain(stack);
    }
  });
});
