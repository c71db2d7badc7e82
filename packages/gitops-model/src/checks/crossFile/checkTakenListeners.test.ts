import { changeOf, of } from '../../__testUtils__/changeOf';
import type { Gateway } from '../../read/RepositoryModel';
import { checkTakenListeners } from './checkTakenListeners';

type Listener = Gateway['listeners'][number];

const gateway = (
  listeners: [name: string, port: number, hostname?: string][],
  change: Partial<Gateway> = {},
): Gateway => ({
  ...of('gateway'),
  name: 'main',
  namespace: 'networking',
  listeners: listeners.map(([name, port, hostname]): Listener => ({
    name,
    port,
    protocol: 'HTTPS',
    hostname,
  })),
  ...change,
});
const check = (before: Gateway[], after: Gateway[], meanwhile = before) =>
  checkTakenListeners(
    changeOf(
      { gateways: before },
      { gateways: after },
      { gateways: meanwhile },
    ),
  );
const there = gateway([['web', 443, 'a.example.org']]);
const name = 'listener-name-taken';
const host = 'host-taken';
const inFile = { source: { file: 'second.yaml', line: 7 } };

describe('checkTakenListeners', () => {
  it.each<[string, Gateway[], string[]]>([
    ['nothing new', [there], []],
    ['none', [], []],
    ['another', [there, gateway([['b', 443, 'b.example.org']])], []],
    ['a name twice', [there, gateway([['web', 443, 'b.example.org']])], [name]],
    [
      'a name twice in one Gateway',
      [
        gateway([
          ['web', 443, 'a.example.org'],
          ['web', 80],
        ]),
      ],
      [name],
    ],
    ['a host twice', [there, gateway([['b', 443, 'A.example.org']])], [host]],
    ['both', [there, gateway([['web', 443, 'a.example.org']])], [name, host]],
    [
      'a host on another port',
      [there, gateway([['b', 80, 'a.example.org']])],
      [],
    ],
    [
      'another Gateway',
      [there, gateway([['web', 443, 'a.example.org']], { name: 'x' })],
      [],
    ],
    [
      'another namespace',
      [there, gateway([['web', 443, 'a.example.org']], { namespace: 'x' })],
      [],
    ],
    [
      'another cluster',
      [there, gateway([['web', 443, 'a.example.org']], { cluster: 'two' })],
      [],
    ],
    [
      'two listeners of any host',
      [there, gateway([['b', 443]]), gateway([['c', 443]])],
      [],
    ],
    [
      'two without a name',
      [there, gateway([['', 443]]), gateway([['', 443]])],
      [],
    ],
    [
      'two of a new name',
      [there, gateway([['b', 80]]), gateway([['b', 81]])],
      [name],
    ],
  ])('says of %s: %j', (_, after, codes) => {
    expect(check([there], after).map(({ code }) => code)).toEqual(codes);
  });

  it('says nothing of what was so before', () => {
    const twice = [there, there];
    expect(check(twice, twice)).toEqual([]);
    expect(check(twice, [there])).toEqual([]);
  });

  it('asks what the Gateway has now', () => {
    expect(check([], [there], [there]).map(({ code }) => code)).toEqual([
      name,
      host,
    ]);
    expect(check([], [there])).toEqual([]);
  });

  it('names the Gateway, the listener and where the new one stands', () => {
    const second = gateway([['web', 443, 'a.example.org']], inFile);
    const at = { cluster: 'one', file: 'second.yaml', line: 7 };
    expect(check([there], [there, second])).toEqual([
      {
        code: name,
        severity: 'error',
        message: 'The gateway networking/main has a listener web already.',
        fix: expect.stringContaining('once'),
        ...at,
      },
      {
        code: host,
        severity: 'error',
        message:
          'The gateway networking/main has a listener for a.example.org on port 443 already.',
        fix: expect.stringContaining('once'),
        ...at,
      },
    ]);
  });
});
