import {
  central,
  centralRepository,
  gateway,
  notes,
  planCentral,
  route,
} from '../__testUtils__/centralFixture';
import { withFiles } from '../__testUtils__/withFiles';
import { outline } from '../__testUtils__/outline';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';

const office = 'notes.office.example.org';
const harbour = 'notes.harbour.example.org';
const routeFile = 'networking/gateways/base/http-routes/notes.yaml';
const refused = [`error listener-refuses-host newHost ${routeFile}`];

/** The app with a route on this host. */
function createdOn(host: string) {
  const { edits } = planCentral([notes, { ...route, host }]);
  return applyEdits(centralRepository, edits);
}

const move = (host: string, newHost: string): Operation => ({
  type: 'change-route',
  app: 'notes',
  host,
  newHost,
});

const asItIs = (text: string) => text;
const unpinned = (text: string) =>
  text.replace(/\n *sectionName: office-https/, '');
const forEveryHost = (text: string) =>
  text.replace(/\n *hostname: "\*\.office\.example\.org"/, '');

it.each([
  ['makes a listener', 'raw', []],
  ['makes none', 'plain', ['error listener-refuses-host host']],
])('gives an app a host as its own layout %s', (_how, layout, expected) => {
  const [raw] = central.layouts;
  const profile = {
    ...central,
    layouts: [
      raw,
      {
        ...raw,
        name: 'plain',
        appDirectory: 'plain/{app}',
        blocks: raw.blocks.filter(({ block }) => block !== 'gateway-listener'),
      },
    ],
  };
  const before = withFiles(centralRepository, texts => ({
    [gateway]: texts[gateway].replace(
      / *- name: http\n *port: 80\n *protocol: HTTP\n/,
      '',
    ),
  }));
  const { findings } = planCentral(
    [{ ...notes, layout }, route],
    before,
    profile,
  );
  expect(outline(findings)).toEqual(expected);
});

describe('another host for a route', () => {
  it.each([
    ['on the listener of another domain', asItIs, asItIs, harbour, refused],
    ['on all listeners', unpinned, asItIs, harbour, refused],
    ['on a listener of every host', asItIs, forEveryHost, harbour, []],
    ['on all, one of every host', unpinned, forEveryHost, harbour, []],
    [
      'on the listener of its domain',
      asItIs,
      asItIs,
      'minutes.office.example.org',
      [],
    ],
  ])(
    '%s is served there, or refused',
    (_where, routed, listening, newHost, expected) => {
      const before = withFiles(createdOn(office), texts => ({
        [routeFile]: routed(texts[routeFile]),
        [gateway]: listening(texts[gateway]),
      }));
      const { edits, findings } = planCentral([move(office, newHost)], before);
      expect(outline(findings)).toEqual(expected);
      expect(edits.map(({ path }) => path)).toEqual(
        expected.length > 0 ? [] : [routeFile],
      );
    },
  );

  it('is refused where the listener of the app’s own is not the one of its domain', () => {
    const { edits, findings } = planCentral(
      [move(harbour, office)],
      createdOn(harbour),
    );
    expect(edits).toEqual([]);
    expect(findings).toMatchObject([
      {
        code: 'listener-refuses-host',
        message: `The route of ${routeFile} is bound to main/notes-https, which does not take ${office}.`,
        fix: 'Choose a host of the same domain, or add a route for the new host.',
      },
    ]);
  });

  it('is refused where only other Gateways take it', () => {
    const everyHost = (name: string, namespace: string) =>
      [
        '---',
        'apiVersion: gateway.networking.k8s.io/v1',
        'kind: Gateway',
        `metadata: {name: ${name}, namespace: ${namespace}}`,
        'spec:',
        '  gatewayClassName: cilium',
        '  listeners: [{name: office-https, port: 443, protocol: HTTPS}]',
        '',
      ].join('\n');
    const before = withFiles(createdOn(office), texts => ({
      [gateway]: `${texts[gateway]}${everyHost('main', 'elsewhere')}${everyHost('other', 'gateway')}`,
    }));
    const { edits, findings } = planCentral([move(office, harbour)], before);
    expect(outline(findings)).toEqual(refused);
    expect(edits).toEqual([]);
  });
});
