import { outline } from '../__testUtils__/outline';
import { pitower, pitowerRepository } from '../__testUtils__/pitowerFixture';
import { profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkHost } from './checkHost';

const context = { model: readRepository(repository, profile), profile };
const label63 = 'x'.repeat(63);

describe('checkHost', () => {
  const invalid = ['error host-invalid host'];
  const outside = ['error host-outside-domains host'];

  it.each([
    ['notes.exitthecloud.eu', []],
    ['a-1.apps.edgeprime.io', []],
    ['7.exitthecloud.eu', []],
    [`${label63}.exitthecloud.eu`, []],
    [`${label63}x.exitthecloud.eu`, invalid],
    ['*.exitthecloud.eu', invalid],
    ['', invalid],
    ['Notes.exitthecloud.eu', invalid],
    ['nötes.exitthecloud.eu', invalid],
    ['-notes.exitthecloud.eu', invalid],
    ['notes-.exitthecloud.eu', invalid],
    ['.exitthecloud.eu', invalid],
    ['notes.exitthecloud.eu.', invalid],
    ['notes.exitthecloud.eu\n', invalid],
    ['https://notes.exitthecloud.eu', invalid],
    // 253 characters, and one more.
    [`${`${label63}.`.repeat(3)}${'x'.repeat(45)}.exitthecloud.eu`, outside],
    [`${`${label63}.`.repeat(3)}${'x'.repeat(46)}.exitthecloud.eu`, invalid],
    ['exitthecloud.eu', outside],
    ['notesexitthecloud.eu', outside],
    ['notes.example.org', outside],
    ['notes.exitthecloud.eu.example.org', outside],
    ['my.notes.exitthecloud.eu', outside],
    ['www.exitthecloud.eu', ['error host-reserved host']],
    ['mail.exitthecloud.eu', ['error host-reserved host']],
    ['www.apps.edgeprime.io', []],
    ['www2.exitthecloud.eu', []],
  ])('says of %j %j', (host, expected) => {
    expect(outline(checkHost(host, context))).toEqual(expected);
  });

  it('says what to do', () => {
    const domains = 'exitthecloud.eu or apps.edgeprime.io';
    expect(
      [
        '*.exitthecloud.eu',
        'My notes',
        'notes.example.org',
        'my.own.notes.exitthecloud.eu',
        'www.exitthecloud.eu',
      ].flatMap(host => checkHost(host, context)),
    ).toMatchObject([
      {
        message:
          '“*.exitthecloud.eu” is a wildcard; an app gets one host at a time.',
        fix: `Ask for one host under ${domains}.`,
      },
      {
        message: expect.stringContaining('“My notes” is no host name'),
        fix: expect.stringContaining('“my-app.exitthecloud.eu”'),
      },
      {
        message: `“notes.example.org” does not lie under ${domains}.`,
        fix: `Ask for a host under ${domains}.`,
      },
      {
        message:
          '“my.own.notes.exitthecloud.eu” has more than one label before exitthecloud.eu, and the certificate covers one.',
        fix: 'Ask for “my-own-notes.exitthecloud.eu”.',
      },
      {
        message: 'The host www.exitthecloud.eu is reserved for the platform.',
        fix: 'Ask for another host.',
      },
    ]);
  });

  it('knows every way a host can be exposed', () => {
    const host = 'notes.pitower.link';
    const home = {
      model: readRepository(pitowerRepository, pitower),
      profile: pitower,
    };
    expect(checkHost(host, home)).toEqual([]);
    expect(checkHost(host, home, 'internal')).toEqual([]);
    expect(checkHost(host, home, 'external')).toEqual([]);
    expect(checkHost('notes.example.org', home)).toMatchObject([
      { fix: 'Ask for a host under pitower.link.' },
    ]);
    expect([
      ...checkHost(host, home, 'both ways'),
      ...checkHost('notes.exitthecloud.eu', context, 'external'),
    ]).toMatchObject([
      {
        code: 'exposure-unknown',
        message:
          'This platform cannot expose notes.pitower.link as “both ways”.',
        fix: 'Choose one of internal, external.',
        field: 'exposure',
      },
      {
        code: 'exposure-unknown',
        message: expect.stringContaining('as “external”'),
        fix: 'Leave it away: there is one way only.',
        field: 'exposure',
      },
    ]);
  });
});
