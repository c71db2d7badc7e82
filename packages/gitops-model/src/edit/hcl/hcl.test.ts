import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { appendHcl } from './appendHcl';
import { emitHclResource, emitHclString, HclExpression } from './emitHcl';
import { readHclBlocks } from './readHclBlocks';

const clients = `# Clients of the realm.
locals { realm = "home" } // one line
resource "keycloak_openid_client" "grafana" {
  realm_id  = data.keycloak_realm.home.id
  client_id = "grafana" # the id
  enabled   = true
  valid_redirect_uris = [
    "https://grafana.example.org/login/generic_oauth",
    "https://\${var.host}/x",
  ]
  web_origins = ["https://grafana.example.org", "+"]
  /* nested { block } */
  authorization {
    policy_enforcement_mode = "ENFORCING"
  }
  text = <<-EOT
    resource "nothing" {
  EOT
  count = 3
  map   = { a = "x", "b c" : -2.5, nil = null }
}
`;

describe('readHclBlocks', () => {
  it('reads labels, places, literals and what needs evaluation', () => {
    const reading = readHclBlocks(clients);
    if (!reading.ok) throw new Error(reading.reason);
    const [locals, client] = reading.blocks;
    expect(reading.blocks).toHaveLength(2);
    expect(locals.attributes.realm.literal).toBe('home');
    expect(client).toMatchObject({
      type: 'resource',
      labels: ['keycloak_openid_client', 'grafana'],
      line: 3,
      blocks: [{ type: 'authorization', line: 13 }],
    });
    expect(clients.slice(client.start, client.end)).toMatch(
      /^resource "keycloak[^]*\n}$/,
    );
    expect(client.attributes).toMatchObject({
      realm_id: { text: 'data.keycloak_realm.home.id', literal: undefined },
      client_id: { text: '"grafana"', literal: 'grafana', line: 5 },
      enabled: { literal: true },
      valid_redirect_uris: { literal: undefined, line: 7 },
      web_origins: { literal: ['https://grafana.example.org', '+'] },
      count: { literal: 3, line: 19 },
      map: { literal: { a: 'x', 'b c': -2.5, nil: null } },
    });
  });

  it.each([
    ['a { b = "', 1],
    ['a {\n  b = [1\n', 2],
    ['a { } }', 1],
    ['a {\n  b = "\\q"\n}', 2],
    ['a {\n  b = <<EOT\nx\n}', 2],
    ['= 1', 1],
    ['a {'.repeat(60), 1],
  ])('says where %j breaks', (text, line) => {
    expect(readHclBlocks(text)).toMatchObject({ ok: false, line });
  });
});

describe('emitHcl', () => {
  it('writes a resource in the layout of terraform fmt', () => {
    const text = emitHclResource({
      type: 'vault_kv_secret_v2',
      name: 'notes',
      attributes: {
        mount: 'kv',
        data_json: HclExpression.jsonencode({
          id: 'notes',
          secret: HclExpression.reference(
            'keycloak_openid_client.notes.client_secret',
          ),
        }),
        uris: ['https://a', 'https://b'],
      },
    });
    expect(text).toBe(`resource "vault_kv_secret_v2" "notes" {
  mount     = "kv"
  data_json = jsonencode({
    id     = "notes"
    secret = keycloak_openid_client.notes.client_secret
  })
  uris      = ["https://a", "https://b"]
}`);
  });

  it('refuses a reference that is more than names', () => {
    expect(() => HclExpression.reference('file("/etc/passwd")')).toThrow();
  });

  it('writes any string as itself, for our reader and for another', async () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', '\r', '\t', '<'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(hostile, async value => {
        const text = `locals {\n  a = ${emitHclString(value)}\n  b = 1\n}\n`;
        const ours = readHclBlocks(text);
        expect(ours.ok && ours.blocks[0].attributes.a.literal).toBe(value);
        const theirs = await parse('a.tf', text);
        // Its JSON is again template syntax: literal openers stand escaped.
        expect(theirs).toEqual({
          locals: [
            {
              a: value.replace(/([$%])(?=\{)/g, '$1$1').normalize('NFC'),
              b: 1,
            },
          ],
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['', 'a {\n}\n'],
    ['x {}\n', 'x {}\n\na {\n}\n'],
    ['x {}', 'x {}\n\na {\n}'],
    ['x {}\r\n', 'x {}\r\n\r\na {\r\n}\r\n'],
  ])('appends to %j and leaves its bytes alone', (before, after) => {
    expect(appendHcl(before, ['a {\n}'])).toBe(after);
  });
});
