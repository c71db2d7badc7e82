import { central, centralRepository } from '../__testUtils__/centralFixture';
import { outline } from '../__testUtils__/outline';
import { profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkHost } from './checkHost';

const model = readRepository(repository, profile);

describe('listeners of a host', () => {
  const host = 'notes.exitthecloud.eu';
  const [main] = model.gateways;
  const [, listener] = main.listeners;
  const withGateway = (change: object) =>
    checkHost(host, {
      profile,
      model: {
        ...model,
        gateways: [
          { ...main, name: 'first', listeners: [] },
          { ...main, ...change },
        ],
      },
    });

  it.each([
    ['the gateway as it is', {}, []],
    ['another name', { name: 'other' }, ['gateway-unknown']],
    ['another namespace', { namespace: 'other' }, ['gateway-unknown']],
    ['no listener', { listeners: [] }, ['gateway-unknown']],
    [
      'another listener',
      { listeners: [{ ...listener, name: 'other' }] },
      ['gateway-unknown'],
    ],
    [
      'a listener for every host',
      { listeners: [{ ...listener, hostname: undefined }] },
      [],
    ],
    [
      'a listener for other hosts',
      { listeners: [{ ...listener, hostname: '*.example.org' }] },
      ['listener-refuses-host'],
    ],
    [
      'a listener for the host alone',
      { listeners: [{ ...listener, hostname: 'Notes.exitthecloud.eu' }] },
      [],
    ],
  ])('are looked for on %s', (_, change, codes) => {
    expect(outline(withGateway(change))).toEqual(
      codes.map(code => `error ${code} host`),
    );
  });

  it('are named in what is said', () => {
    expect([
      ...withGateway({ listeners: [] }),
      ...withGateway({ listeners: [{ ...listener, hostname: '*.b.org' }] }),
    ]).toMatchObject([
      {
        message:
          'The repository has no listener https-exitthecloud of the gateway gateway/main-gateway, which the profile names for notes.exitthecloud.eu.',
        fix: expect.stringContaining('bring the profile in line'),
      },
      {
        message:
          'The listener https-exitthecloud takes *.b.org and so not notes.exitthecloud.eu.',
        fix: 'Ask for a host that *.b.org covers.',
      },
    ]);
  });

  describe('where the profile names none', () => {
    const harbour = readRepository(centralRepository, central);
    const fixed = {
      ...central,
      layouts: central.layouts.map(layout => ({
        ...layout,
        blocks: layout.blocks.filter(
          ({ block }) => block !== 'gateway-listener',
        ),
      })),
    };
    const otherGateway = {
      ...central,
      layouts: central.layouts.map(layout => ({
        ...layout,
        blocks: layout.blocks.map(options =>
          options.block === 'gateway-listener'
            ? { ...options, gateway: 'other' }
            : options,
        ),
      })),
    };
    const plain = { name: 'a', protocol: 'HTTPS', port: 443 };
    const others = [{ ...plain, hostname: 'b.example.org' }];
    const refused = ['error listener-refuses-host host'];

    it.each([
      ['a block makes one', central, others, []],
      ['a block makes one elsewhere', otherGateway, others, refused],
      ['no block makes one', fixed, others, refused],
      ['there are none', fixed, [], refused],
      ['one takes every host', fixed, [...others, plain], []],
      [
        'one takes the host',
        fixed,
        [...others, { ...plain, hostname: '*.harbour.example.org' }],
        [],
      ],
    ])('are enough where %s', (_, used, listeners, expected) => {
      const gateways = harbour.gateways.map(gateway => ({
        ...gateway,
        listeners,
      }));
      const found = checkHost('notes.harbour.example.org', {
        profile: used,
        model: { ...harbour, gateways },
      });
      expect(outline(found)).toEqual(expected);
    });

    it.each([
      ['with a block of its own', [0], []],
      ['without one', [1], refused],
      ['in both ways', [0, 1], refused],
      ['that nobody knows yet', undefined, refused],
    ])('are asked of the layouts of an app %s', (_, at, expected) => {
      const both = {
        ...central,
        layouts: [...central.layouts, ...fixed.layouts],
      };
      const found = checkHost('notes.harbour.example.org', {
        profile: both,
        model: {
          ...harbour,
          gateways: harbour.gateways.map(gateway => ({
            ...gateway,
            listeners: others,
          })),
        },
        layouts: at?.map(index => both.layouts[index]),
      });
      expect(outline(found)).toEqual(expected);
    });

    it('are named by their gateway', () => {
      const [gateway] = harbour.gateways;
      const say = (gateways: typeof harbour.gateways) =>
        checkHost('notes.harbour.example.org', {
          profile: fixed,
          model: { ...harbour, gateways },
        });
      expect([
        ...say([]),
        ...say([{ ...gateway, listeners: [] }]),
      ]).toMatchObject([
        {
          code: 'gateway-unknown',
          message:
            'The repository has no gateway gateway/main, which the profile names for notes.harbour.example.org.',
        },
        {
          message:
            'No listener of the gateway gateway/main takes notes.harbour.example.org.',
          fix: 'Ask for a host that one of its listeners covers.',
        },
      ]);
    });
  });
});
