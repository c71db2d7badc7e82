import { outline } from '../__testUtils__/outline';
import { profile } from '../__testUtils__/readFixture';
import { checkStorage } from './checkStorage';

type Volume = Parameters<typeof checkStorage>[0][number];

const volume: Volume = {
  name: 'data',
  mountPath: '/data',
  size: '10Gi',
  purpose: 'replicated',
};
const check = (...volumes: Partial<Volume>[]) =>
  checkStorage(
    volumes.map(change => ({ ...volume, ...change })),
    'notes',
    { profile },
  );

describe('checkStorage', () => {
  // The claim is named notes-<volume>, which makes 63 characters of 57.
  it.each(['d', 'data', 'data-2', '2', 'a--b', 'd'.repeat(57)])(
    'takes the name %j',
    name => expect(check({ name })).toEqual([]),
  );

  it.each(['', '-', 'data-', '-data', 'Data', 'da_ta', 'a.b', 'd'.repeat(58)])(
    'refuses the name %j',
    name =>
      expect(check({ name })).toMatchObject([
        {
          code: 'volume-invalid',
          severity: 'error',
          field: 'storage.0.name',
          message: expect.stringContaining(`“${name}” cannot name a volume`),
          fix: expect.stringContaining('a-z, 0-9'),
        },
      ]),
  );

  it.each([
    '/d',
    '/data/a.b/C_d-e',
    '/binaries',
    '/etc/notes',
    '/usr/share/notes',
    '/var/lib/notes',
    '/var/runner',
    '/device',
    '/procedures',
    '/opt',
  ])('mounts at %s', mountPath => expect(check({ mountPath })).toEqual([]));

  it.each([
    '',
    '/',
    'data',
    'app/data',
    '/data/',
    '/a//b',
    '/a/../b',
    '/a/.',
    '/a b',
    '/a\n',
    '/bin',
    '/etc',
    '/lib',
    '/sbin',
    '/tmp',
    '/usr',
    '/var',
    '/dev',
    '/dev/shm',
    '/proc',
    '/proc/1',
    '/sys',
    '/sys/fs',
    '/run',
    '/run/x',
    '/var/run',
    '/var/run/x',
  ])('does not mount at %j', mountPath =>
    expect(outline(check({ mountPath }))).toEqual([
      'error volume-invalid storage.0.mountPath',
    ]),
  );

  it('names the path', () => {
    expect(check({ mountPath: '/etc' })).toMatchObject([
      {
        message: 'A volume cannot be mounted at “/etc”.',
        fix: expect.stringContaining('“/data”'),
      },
    ]);
  });

  it('tells volumes apart', () => {
    expect(check({}, { name: 'more', mountPath: '/more' })).toEqual([]);
    expect(
      check({}, { name: 'more', mountPath: '/more' }, { name: 'more' }),
    ).toMatchObject([
      {
        code: 'volume-invalid',
        field: 'storage.2.name',
        message: 'There are two volumes named more.',
      },
      {
        code: 'volume-invalid',
        field: 'storage.2.mountPath',
        message: 'Two volumes are mounted at /data.',
      },
    ]);
  });

  it.each<[Partial<Volume>, string[]]>([
    [{ size: '500Gi' }, []],
    [{ size: '512001Mi' }, ['error quantity-too-large storage.0.size']],
    [{ size: '200Gi', purpose: 'local' }, []],
    [
      { size: '201Gi', purpose: 'local' },
      ['error quantity-too-large storage.0.size'],
    ],
    [{ size: '0' }, ['error quantity-invalid storage.0.size']],
    [{ size: '999999999999999m' }, ['error quantity-invalid storage.0.size']],
    [
      { size: '0', purpose: 'toString' },
      ['error storage-purpose-unknown storage.0.purpose'],
    ],
  ])('of %j says %j', (change, expected) => {
    expect(outline(check(change))).toEqual(expected);
  });

  it('names the size, the purpose and what there is', () => {
    expect(check({ size: '1Ti' })).toMatchObject([
      {
        message: expect.stringMatching(
          /^1Ti is more than the 500Gi a replicated volume/,
        ),
        fix: expect.stringContaining('at most 500Gi'),
      },
    ]);
    expect(check({ purpose: 'fast' })).toMatchObject([
      {
        message: expect.stringContaining('no “fast” storage'),
        fix: 'Choose one of replicated, local.',
      },
    ]);
  });
});
