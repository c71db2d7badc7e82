import { outline } from '../__testUtils__/outline';
import { profile, repository } from '../__testUtils__/readFixture';
import type { Claim } from '../blocks/Claim';
import type { Finding } from '../finding/Finding';
import type { Gateway, RepositoryModel } from '../read/RepositoryModel';
import { readRepository } from '../read/readRepository';
import { checkClaims } from './checkClaims';

const model = readRepository(repository, profile);

function check(
  claim: Claim,
  app: string,
  change: Partial<RepositoryModel> = {},
): Finding[] {
  return checkClaims([claim], app, { model: { ...model, ...change } });
}

describe('checkClaims', () => {
  it('judges every claim by itself', () => {
    const claims: Claim[] = [
      { kind: 'app', app: 'tides' },
      { kind: 'namespace', namespace: 'free' },
      { kind: 'client-id', clientId: 'journal' },
    ];
    expect(outline(checkClaims(claims, 'tides', { model }))).toEqual([
      'error app-name-taken app',
      'error client-id-taken clientId terraform/keycloak/clients.tf',
    ]);
    expect(checkClaims([], 'tides', { model })).toEqual([]);
  });

  describe('on names', () => {
    const [first, ...others] = model.units;
    const ofUnit = {
      units: [{ ...first, name: 'one', app: 'two' }, ...others],
    };

    it.each([
      ['free', []],
      ['tides', ['There is an app named tides already.']],
      ['one', ['There is a deployment unit named one already.']],
      ['two', ['There is a deployment unit named two already.']],
    ])('finds who is called %j', (app, messages) => {
      const found = check({ kind: 'app', app }, app, ofUnit);
      expect(found.map(({ message }) => message)).toEqual(messages);
    });

    it.each([
      ['free', []],
      // Whoever takes the name of the app is told so by that claim.
      ['tides', []],
      ['lost', ['There is a namespace named lost already.']],
      ['shared', ['The app tides lives in the namespace shared.']],
    ])('finds who lives in the namespace %s', (namespace, messages) => {
      const [known] = model.namespaces;
      const found = check({ kind: 'namespace', namespace }, namespace, {
        apps: model.apps.map(app =>
          namespace === 'shared' && app.name === 'tides'
            ? { ...app, namespace }
            : app,
        ),
        namespaces: [...model.namespaces, { ...known, name: 'lost' }],
      });
      expect(found.map(({ message }) => message)).toEqual(messages);
    });

    it('says what to do', () => {
      expect(check({ kind: 'app', app: 'tides' }, 'tides')).toEqual([
        {
          code: 'app-name-taken',
          severity: 'error',
          message: 'There is an app named tides already.',
          fix: 'Choose another name, or change the app that is there.',
          field: 'app',
        },
      ]);
    });
  });

  describe('on hosts', () => {
    const gateway = { name: 'main-gateway', namespace: 'gateway' };
    const section = { ...gateway, sectionName: 'https-exitthecloud' };
    const host = 'tides.exitthecloud.eu';
    const taken = ['error host-taken host k8s/tides/httproute.yaml'];

    it.each([
      [host, 'journal', section, taken],
      [host, 'journal', gateway, taken],
      ['*.exitthecloud.eu', 'journal', section, taken],
      [host, 'tides', section, []],
      ['free.exitthecloud.eu', 'journal', section, []],
      [host, 'journal', { ...section, name: 'other' }, []],
      [host, 'journal', { ...section, namespace: 'other' }, []],
      [host, 'journal', { ...section, sectionName: 'https-edgeprime' }, []],
    ])('finds who holds %s but %s on %j', (name, app, on, expected) => {
      const claim: Claim = { kind: 'host', host: name, gateway: on };
      expect(outline(check(claim, app))).toEqual(expected);
    });

    it('sees a route among other parents, on any listener of one', () => {
      const routes = model.routes.map(route => ({
        ...route,
        hostnames: ['other.example.org', '*.exitthecloud.eu'],
        parents: [
          { name: 'other', namespace: 'gateway' },
          { name: 'main-gateway', namespace: 'gateway' },
        ],
      }));
      const claim: Claim = { kind: 'host', host, gateway: section };
      expect(check(claim, 'tides', { routes })).toEqual([
        {
          code: 'host-taken',
          severity: 'error',
          message:
            'The host tides.exitthecloud.eu belongs to the app journal, whose route names *.exitthecloud.eu.',
          fix: 'Ask for another host, or ask the owner of that app.',
          field: 'host',
          file: 'k8s/journal/httproute.yaml',
          line: 1,
        },
      ]);
    });
  });

  describe('on listeners', () => {
    const [main] = model.gateways;
    const at = 'k8s/gateway/gateway.yaml';
    const gateways: Gateway[] = [
      {
        ...main,
        listeners: [
          { name: 'plain', protocol: 'HTTP', port: 443 },
          {
            name: 'tides',
            protocol: 'HTTPS',
            port: 443,
            hostname: 'Tides.exitthecloud.eu',
          },
        ],
      },
    ];
    const claim = {
      kind: 'listener',
      gateway: { name: 'main-gateway', namespace: 'gateway' },
      port: 443,
      host: 'notes.exitthecloud.eu',
      name: 'notes',
    } as const;

    it.each([
      [{}, []],
      [{ name: 'tides' }, [`error listener-name-taken host ${at}`]],
      [{ host: 'tides.exitthecloud.eu' }, [`error host-taken host ${at}`]],
      [
        { host: 'tides.exitthecloud.eu', name: 'tides' },
        [`error listener-name-taken host ${at}`],
      ],
      [
        { host: 'tides.exitthecloud.eu', name: undefined },
        [`error host-taken host ${at}`],
      ],
      [{ host: 'tides.exitthecloud.eu', port: 8443 }, []],
      [{ name: 'tides', gateway: { ...claim.gateway, name: 'other' } }, []],
      [
        { name: 'tides', gateway: { ...claim.gateway, namespace: 'other' } },
        [],
      ],
    ])('finds who has a listener like %j', (change, expected) => {
      const wanted = { ...claim, ...change };
      expect(outline(check(wanted, 'notes', { gateways }))).toEqual(expected);
    });

    it('says whose it is', () => {
      expect([
        ...check({ ...claim, name: 'tides' }, 'notes', { gateways }),
        ...check({ ...claim, host: 'tides.exitthecloud.eu' }, 'notes', {
          gateways,
        }),
      ]).toMatchObject([
        {
          message:
            'The gateway gateway/main-gateway has a listener tides already.',
          fix: 'Ask the platform team whose listener that is.',
          line: 1,
        },
        {
          message:
            'The listener tides of the gateway gateway/main-gateway is there for tides.exitthecloud.eu already.',
          fix: 'Ask for another host, or ask the platform team whose listener that is.',
          line: 1,
        },
      ]);
    });
  });
});
