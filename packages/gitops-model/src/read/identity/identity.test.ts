import {
  application,
  appOfApps,
  codes,
  deploys,
  read,
  route,
} from '../../__testUtils__/readTree';

const canary = 'canary-of-a-client';

const realmImport = [
  'apiVersion: k8s.keycloak.org/v2alpha1',
  'kind: KeycloakRealmImport',
  'metadata: {name: realm}',
  'spec:',
  '  realm:',
  '    realm: platform',
  '    clients:',
  '      - clientId: wiki-web',
  '        redirectUris: [https://wiki.example/callback]',
  `        secret: ${canary}`,
  '      - clientId: silent',
  '      - name: without an id',
  '',
].join('\n');

describe('login clients', () => {
  it('are found in every form, with their app, and never with their secret', () => {
    const model = read(
      {
        ...appOfApps({
          wiki: deploys('k8s/wiki'),
          keycloak: deploys('k8s/keycloak'),
        }),
        'apps/kustomization.yaml': 'resources: [wiki.yaml, keycloak.yaml]\n',
        'apps/late.yaml': application('late', deploys('k8s/late')),
        'k8s/wiki/route.yaml': route('wiki', 'wiki.example'),
        'k8s/wiki/client.yaml': [
          'apiVersion: v1.edp.epam.com/v1',
          'kind: KeycloakClient',
          'metadata: {name: c}',
          `spec: {clientId: own, realmRef: {name: edp}, webUrl: "https://wiki.example", secret: ${canary}}`,
          '---',
          'apiVersion: keycloak.org/v1alpha1',
          'kind: KeycloakClient',
          'metadata: {name: l}',
          `spec: {client: {clientId: legacy, secret: ${canary}, redirectUris: ["https://wiki.example/*"]}}`,
          '',
        ].join('\n'),
        'k8s/keycloak/realm.yaml': realmImport,
        'k8s/late/realm.yaml': realmImport,
        'clients/one.json': JSON.stringify({
          clientId: 'wiki',
          secret: canary,
          redirectUris: null,
        }),
        'clients/two.json': JSON.stringify({
          client_id: 'two',
          valid_redirect_uris: ['https://${HOST}/callback'],
        }),
        'clients/by-file.json': JSON.stringify({
          vault_secret_ref: 'wiki/oidc',
          client_secret: canary,
          redirect_uris: ['https://wiki.${DOMAIN}/a', 'https://x.${OTHER}/b'],
        }),
        'clients/none.json': '{"name": "nothing"}',
        'clients/broken.json': '{"clientId": ',
      },
      {
        loginClients: [
          {
            form: 'json',
            directory: 'clients',
            realm: 'home',
            variables: { DOMAIN: 'example' },
          },
        ],
      },
    );
    const found = model.loginClients.map(
      ({ form, clientId, realm, app, wired, source: { file, line } }) =>
        [form, clientId, realm, app, wired, `${file}:${line}`].join(' '),
    );
    expect(found).toEqual([
      'json by-file home wiki true clients/by-file.json:1',
      'json wiki home wiki true clients/one.json:1',
      'json two home  true clients/two.json:1',
      'custom-resource own edp wiki true k8s/wiki/client.yaml:1',
      'custom-resource legacy  wiki true k8s/wiki/client.yaml:6',
      'realm-import wiki-web platform wiki true k8s/keycloak/realm.yaml:8',
      'realm-import silent platform keycloak true k8s/keycloak/realm.yaml:11',
      'realm-import wiki-web platform wiki false k8s/late/realm.yaml:8',
      'realm-import silent platform  false k8s/late/realm.yaml:11',
    ]);
    expect(
      model.loginClients.slice(0, 4).map(({ redirectUris }) => redirectUris),
    ).toEqual([
      ['https://wiki.example/a', 'https://x.${OTHER}/b'],
      [],
      ['https://${HOST}/callback'],
      ['https://wiki.example/*'],
    ]);
    expect(codes(model.findings)).toEqual([
      'warning not-wired apps/late.yaml:1',
      'error unreadable-file clients/broken.json:1',
      'error invalid-manifest clients/none.json:1',
    ]);
    expect(JSON.stringify(model)).not.toContain(canary);
  });
});
