import { outline } from '../__testUtils__/outline';
import { pitower, pitowerRepository } from '../__testUtils__/pitowerFixture';
import { profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkClaims } from './checkClaims';

const model = readRepository(repository, profile);
const home = readRepository(pitowerRepository, pitower);

describe('checkClaims', () => {
  describe('on login clients', () => {
    const [journal] = model.loginClients;

    it.each([
      ['notes', {}, []],
      [
        'journal',
        {},
        ['There is a login client named journal of the app journal already.'],
      ],
      [
        'journal',
        { clientId: 'Journal', app: undefined },
        ['There is a login client named journal already.'],
      ],
    ])('finds who is %s among %j', (clientId, change, messages) => {
      const found = checkClaims([{ kind: 'client-id', clientId }], 'notes', {
        model: { ...model, loginClients: [{ ...journal, ...change }] },
      });
      expect(found).toMatchObject(
        messages.map(message => ({
          code: 'client-id-taken',
          message,
          fix: 'Choose another client id.',
          file: 'terraform/keycloak/clients.tf',
          line: 3,
        })),
      );
    });
  });

  describe('on secrets', () => {
    const [database] = home.externalSecrets;
    const { file } = database.source;
    const claim = {
      kind: 'external-secret',
      cluster: 'pitower',
      namespace: 'selfhosted',
      name: 'feeds-db',
      file: 'elsewhere.yaml',
    } as const;

    it.each([
      [{}, [`error secret-name-taken ${file}`]],
      [{ file }, []],
      [{ cluster: 'other' }, []],
      [{ namespace: 'other' }, []],
      [{ name: 'other' }, []],
    ])('finds who makes a Secret like %j', (change, expected) => {
      const wanted = { ...claim, ...change };
      expect(outline(checkClaims([wanted], 'x', { model: home }))).toEqual(
        expected,
      );
    });

    it.each([
      ['feeds-app', 'media-player', 'group:default/borealis', true],
      ['feeds-app', 'media-player', 'group:default/atlas', false],
      ['feeds-app', 'selfhosted-feeds', 'group:default/atlas', false],
      ['other', 'media-player', 'group:default/borealis', false],
      ['feeds-app', 'new', undefined, true],
    ])('finds who reads %s but %s of %s', (key, name, owner, isRead) => {
      const [known] = home.apps;
      const apps = home.apps
        .filter(app => app.name !== name)
        .concat(owner === undefined ? [] : [{ ...known, name, owner }]);
      const externalSecrets = [
        { ...database, keys: [{ key: 'first' }, ...database.keys] },
      ];
      const found = checkClaims([{ kind: 'secret-key', key }], name, {
        model: { ...home, apps, externalSecrets },
      });
      expect(outline(found)).toEqual(
        isRead ? [`error secret-key-foreign ${file}`] : [],
      );
    });

    it('says where they are', () => {
      expect(
        checkClaims(
          [claim, { kind: 'secret-key', key: 'feeds-app' }],
          'networking-gateways',
          { model: home },
        ),
      ).toMatchObject([
        {
          message: `The namespace selfhosted has an ExternalSecret feeds-db from another file than elsewhere.yaml.`,
          fix: expect.stringContaining('bring the profile in line'),
          line: 2,
        },
        {
          message:
            'The app selfhosted-feeds, which has another owner, reads the key feeds-app.',
          fix: 'Use another key, or ask the owner of that app.',
          line: 2,
        },
      ]);
    });
  });
});
