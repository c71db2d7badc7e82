import { createApp, profile } from '../__testUtils__/readFixture';
import { outline } from '../__testUtils__/outline';
import { checkPort } from './checkPort';
import { checkReplicas } from './checkReplicas';
import { checkRequestSize } from './checkRequestSize';
import { checkQuantity, checkResources } from './checkResources';
import { parseQuantity } from './parseQuantity';

const limited = {
  ...profile,
  limits: { replicas: 3, cpu: '2', memory: '1Gi' },
};

describe('parseQuantity', () => {
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['12', 12],
    ['1.5', 1.5],
    ['250m', 0.25],
    ['2k', 2_000],
    ['2M', 2_000_000],
    ['2G', 2_000_000_000],
    ['2T', 2_000_000_000_000],
    ['2Ki', 2_048],
    ['2Mi', 2_097_152],
    ['1.5Gi', 1_610_612_736],
    ['1Ti', 1_099_511_627_776],
    ['123456789012345', 123_456_789_012_345],
    ['1234567890123456', undefined],
    ['0.123456', 0.123456],
    ['0.1234567', undefined],
    ['', undefined],
    ['.5', undefined],
    ['1.', undefined],
    ['-1', undefined],
    ['+1', undefined],
    ['1e3', undefined],
    ['1 Gi', undefined],
    ['1gi', undefined],
    ['1Pi', undefined],
    ['1GiB', undefined],
    [' 1', undefined],
    ['1\n', undefined],
  ])('reads %j as %j', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });
});

describe('checkQuantity', () => {
  const wrong = ['error quantity-invalid size'];

  it.each<[string, 'cpu' | 'memory' | 'storage', string[]]>([
    ['1m', 'cpu', []],
    ['0.5', 'cpu', []],
    ['0', 'cpu', wrong],
    ['0.0', 'memory', wrong],
    ['512Mi', 'memory', []],
    ['1', 'memory', []],
    ['0.5', 'memory', wrong],
    ['100m', 'memory', wrong],
    ['1.5Gi', 'storage', []],
    ['100m', 'storage', wrong],
    ['much', 'cpu', wrong],
    ['much', 'storage', wrong],
  ])('takes %j of %s: %j', (text, kind, expected) => {
    expect(outline(checkQuantity(text, 'size', kind))).toEqual(expected);
  });

  it('names the text and how to write it', () => {
    expect(checkQuantity('much', 'size', 'cpu')).toMatchObject([
      {
        message: '“much” is no amount of cpu.',
        fix: expect.stringContaining('“250m”'),
      },
    ]);
    expect(checkQuantity('much', 'size', 'memory')).toMatchObject([
      {
        message: '“much” is no amount of memory.',
        fix: expect.stringContaining('“512Mi”'),
      },
    ]);
  });
});

describe('checkResources', () => {
  it.each<[Parameters<typeof checkResources>[0], string[]]>([
    [{}, []],
    [{ cpuRequest: '2', memoryRequest: '1Gi' }, []],
    [{ cpuLimit: '2', memoryLimit: '1Gi' }, []],
    [{ cpuRequest: '2', cpuLimit: '2000m' }, []],
    [{ memoryRequest: '1Mi', memoryLimit: '1024Ki' }, []],
    [
      { cpuRequest: '2001m' },
      ['error quantity-too-large resources.cpuRequest'],
    ],
    [
      { cpuRequest: '1', cpuLimit: '2001m' },
      ['error quantity-too-large resources.cpuLimit'],
    ],
    [
      { memoryLimit: '1025Mi' },
      ['error quantity-too-large resources.memoryLimit'],
    ],
    [
      { memoryRequest: '1025Mi' },
      ['error quantity-too-large resources.memoryRequest'],
    ],
    [
      { cpuRequest: '101m', cpuLimit: '100m' },
      ['error quantity-invalid resources.cpuRequest'],
    ],
    [
      { memoryRequest: '2Gi', memoryLimit: '1Gi' },
      ['error quantity-invalid resources.memoryRequest'],
    ],
    [
      { cpuRequest: 'x', cpuLimit: '0' },
      [
        'error quantity-invalid resources.cpuRequest',
        'error quantity-invalid resources.cpuLimit',
      ],
    ],
    [
      { cpuRequest: '100', memoryLimit: '1m' },
      [
        'error quantity-too-large resources.cpuRequest',
        'error quantity-invalid resources.memoryLimit',
      ],
    ],
  ])('says of %j: %j', (resources, expected) => {
    expect(outline(checkResources(resources, { profile: limited }))).toEqual(
      expected,
    );
  });

  it('puts what it is told before the field', () => {
    expect(
      outline(checkResources({ cpuRequest: 'x' }, { profile: limited }, 'to.')),
    ).toEqual(['error quantity-invalid to.cpuRequest']);
  });

  it('names request, limit and the most there is', () => {
    expect(
      checkResources({ cpuRequest: '2', cpuLimit: '1' }, { profile: limited }),
    ).toMatchObject([
      {
        message: 'The cpu request 2 is more than its limit 1.',
        fix: expect.stringContaining('Raise the limit'),
      },
    ]);
    expect(
      checkResources({ memoryLimit: '2Gi' }, { profile: limited }),
    ).toMatchObject([
      {
        message: expect.stringMatching(/^2Gi of memory is more than the 1Gi/),
        fix: expect.stringContaining('at most 1Gi'),
      },
    ]);
  });
});

describe('checkPort', () => {
  it.each([1, 80, 65535])('takes %d', port => {
    expect(checkPort(port)).toEqual([]);
  });

  it.each([0, -1, 65536, 80.5, NaN, Infinity])('refuses %d', port => {
    expect(checkPort(port)).toEqual([
      {
        code: 'port-invalid',
        severity: 'error',
        message: `${port} is no port.`,
        fix: expect.stringContaining('from 1 to 65535'),
        field: 'port',
      },
    ]);
  });
});

describe('checkReplicas', () => {
  const volume = { name: 'data', mountPath: '/data', size: '1Gi' };
  const exclusive = { ...volume, purpose: 'replicated' };
  const shared = { ...volume, purpose: 'shared' };
  const unknown = { ...volume, purpose: 'toString' };
  const context = {
    profile: {
      ...limited,
      storage: {
        ...limited.storage,
        shared: {
          class: 'nfs',
          accessMode: 'ReadWriteMany' as const,
          maxSize: '1Ti',
        },
      },
    },
  };
  const invalid = ['error replicas-invalid replicas'];
  const sharing = ['error replicas-share-volume replicas'];

  it.each<[number, (typeof volume & { purpose: string })[], string[]]>([
    [1, [], []],
    [3, [], []],
    [0, [], invalid],
    [-1, [], invalid],
    [4, [], invalid],
    [1.5, [], invalid],
    [1, [exclusive], []],
    [2, [exclusive], sharing],
    [2, [shared], []],
    [2, [shared, exclusive], sharing],
    [2, [unknown], []],
  ])('runs %d pods with %j: %j', (replicas, storage, expected) => {
    expect(outline(checkReplicas({ replicas, storage }, context))).toEqual(
      expected,
    );
  });

  it('names the number, the volume and what is possible', () => {
    expect(checkReplicas({ replicas: 9, storage: [] }, context)).toMatchObject([
      {
        message: '9 replicas cannot be asked for.',
        fix: 'Ask for 1 to 3.',
      },
    ]);
    expect(
      checkReplicas({ replicas: 2, storage: [shared, exclusive] }, context),
    ).toMatchObject([
      {
        message: expect.stringMatching(/^A replicated volume .* 2 replicas/),
        fix: expect.stringContaining('1 replica'),
      },
    ]);
  });
});

describe('checkRequestSize', () => {
  const most = 128 * 1024;
  const ofSize = (size: number) => {
    const bare = JSON.stringify([{ ...createApp, description: '' }]).length;
    return [{ ...createApp, description: 'x'.repeat(size - bare) }];
  };

  it.each([
    ['nothing', [], []],
    ['50 operations', Array(50).fill(createApp), []],
    ['51', Array(51).fill(createApp), ['error request-too-large']],
    ['128 KiB', ofSize(most), []],
    ['one more', ofSize(most + 1), ['error request-too-large']],
  ])('of %s', (_, operations, expected) => {
    expect(outline(checkRequestSize(operations))).toEqual(expected);
  });

  it('says how large the request is', () => {
    expect(checkRequestSize(ofSize(most + 1))).toMatchObject([
      {
        message:
          'The request has 1 operations and 131073 characters; 50 and 131072 are allowed.',
        fix: expect.stringContaining('Split the request'),
      },
    ]);
  });
});
