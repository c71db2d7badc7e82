import { outline } from '../__testUtils__/outline';
import {
  createApp,
  petra,
  plan,
  repository,
  wholeRequest,
} from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';

/** With an app of the requester's own, beside those of other teams. */
const withNotes = applyEdits(repository, plan(wholeRequest).edits);

const app = 'notes';
const move = (host: string, newHost: string): Operation => ({
  type: 'change-route',
  app,
  host: `${host}.exitthecloud.eu`,
  newHost: `${newHost}.exitthecloud.eu`,
});
const retire = (name: string): Operation => ({
  type: 'retire-app',
  app: name,
  confirmation: name,
});
const setImage: Operation = {
  type: 'set-image',
  app,
  image: 'ghcr.io/example/notes:3.0.0',
};
const setOwner: Operation = {
  type: 'set-owner',
  app,
  owner: 'group:default/borealis',
};
const addSecret = (key: string): Operation => ({
  type: 'add-secret',
  app,
  entries: [{ env: 'TOKEN', key, property: 'token' }],
});
const addClient = (name: string, clientId: string): Operation => ({
  type: 'add-oidc-client',
  app: name,
  clientId,
  host: `${name}.exitthecloud.eu`,
  callbackPath: '/callback',
});
const addRoute = (name: string, host: string, port = 3000): Operation => ({
  type: 'add-route',
  app: name,
  host: `${host}.exitthecloud.eu`,
  path: '/',
  port,
});

const outlineOf = (operations: Operation[]) =>
  outline(
    plan(operations, petra, withNotes).findings.filter(
      ({ severity }) => severity === 'error',
    ),
  );

describe('several operations of one request', () => {
  it.each<[string, Operation[], string[]]>([
    [
      'a host that just went',
      [move('notes', 'a'), move('notes', 'b')],
      ['error route-unknown host'],
    ],
    [
      'a host that just came',
      [move('notes', 'a'), addRoute('journal', 'a')],
      ['error host-taken host k8s/notes/httproute.yaml'],
    ],
    [
      'a host that was just given away',
      [addRoute('journal', 'a'), addRoute(app, 'a', 8080)],
      ['error host-taken host k8s/apps/journal.yaml'],
    ],
    [
      'a client id that was just given away',
      [addClient('journal', 'a'), addClient(app, 'a')],
      ['error client-id-taken clientId k8s/apps/journal.yaml'],
    ],
    [
      'a host that just became free',
      [move('notes', 'a'), addRoute('journal', 'notes')],
      [],
    ],
    [
      'a host of an app that just went',
      [retire(app), addRoute('journal', 'notes')],
      [],
    ],
    [
      'an app that just went',
      [retire(app), setImage],
      ['error app-unknown app'],
    ],
    ['another app than the one that went', [retire('tides'), setImage], []],
    [
      'keys of the new owner',
      [setOwner, addSecret('borealis/notes/token')],
      [],
    ],
    [
      'keys of the old owner',
      [setOwner, addSecret('atlas/notes/token')],
      ['error secret-key-foreign entries.0.key'],
    ],
    [
      'a client id that just became free',
      [retire(app), addClient('tides', app)],
      [],
    ],
    [
      'a client id that is taken',
      [retire('wiki'), addClient('tides', app)],
      ['error client-id-taken clientId terraform/keycloak/clients.tf'],
    ],
    [
      'an app that just came',
      [
        { ...createApp, app: 'maps' },
        { ...createApp, app: 'maps', port: 81 },
      ],
      ['error app-name-taken app'],
    ],
    [
      'an app whose creation was refused',
      [
        { ...createApp, app: 'maps', port: 0 },
        addRoute('maps', 'maps'),
        setImage,
      ],
      ['error port-invalid port'],
    ],
  ])('know %s', (_, operations, findings) => {
    expect(outlineOf(operations)).toEqual(findings);
  });

  it('make the edits of one that says the end alone', () => {
    const { edits, findings } = plan(
      [move('notes', 'minutes'), move('minutes', 'diary')],
      petra,
      withNotes,
    );
    expect(findings).toEqual([]);
    expect(edits).toEqual(
      plan([move('notes', 'diary')], petra, withNotes).edits,
    );
  });
});
