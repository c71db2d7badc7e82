import { status } from '@grpc/grpc-js';
import { decodeMessage } from '../wire/protocol';
import {
  startTestTalos,
  type TestTalos,
} from '../__testUtils__/startTestTalos';
import {
  failureOf,
  type TalosTestClient,
} from '../__testUtils__/TalosTestClient';

let talos: TestTalos;
let reader: TalosTestClient;

beforeAll(async () => {
  talos = await startTestTalos();
  reader = await talos.connect('edgit');
});
afterAll(() => talos.stop());

const version = (client: TalosTestClient, headers = {}) =>
  client.machine('Version', 'Version', headers);
const node = 'talos-wk-103';

describe('who may connect', () => {
  it.each(['wrong-usage', 'expired', 'stranger'] as const)(
    'lets nobody in with a certificate that is %s',
    async person => {
      const failure = await failureOf(
        version(await talos.connect('edgit', person)),
      );
      expect(failure.code).toBe(status.UNAVAILABLE);
    },
  );

  it('takes the subject for roles', async () => {
    const nobody = await talos.connect('edgit', 'nobody');
    expect(await failureOf(version(nobody))).toEqual({
      code: status.PERMISSION_DENIED,
      details: 'not authorized',
    });
  });

  it.each([
    ['reader', 'Reboot', status.PERMISSION_DENIED],
    ['reader', 'Upgrade', status.PERMISSION_DENIED],
    ['admin', 'Upgrade', status.UNIMPLEMENTED],
    ['reader', 'Processes', status.UNIMPLEMENTED],
  ] as const)('answers the %s who calls %s', async (person, name, code) => {
    const client = await talos.connect('edgit', person);
    expect(
      await failureOf(
        client.unary(`/machine.MachineService/${name}`, Buffer.alloc(0)),
      ),
    ).toMatchObject({ code });
  });

  it('lets nobody in with a certificate that was rotated away', async () => {
    const before = await talos.connect('pitower');
    await version(before);
    await talos.rotateCertificates();
    expect(await failureOf(version(before))).toMatchObject({
      code: status.UNAVAILABLE,
    });
    expect(await version(await talos.connect('pitower'))).toHaveLength(1);
    reader = await talos.connect('edgit');
  });
});

describe('the way to a node', () => {
  it('goes by name and by address, and leaves the answer untouched', async () => {
    for (const target of ['talos-wk-103', '192.168.0.103']) {
      expect(
        await reader.machine('Hostname', 'Hostname', { node: target }),
      ).toEqual([{ hostname: 'talos-wk-103' }]);
    }
  });

  it('lays the answers of several nodes end to end, with failures among them', async () => {
    talos.cluster('edgit').machine('talos-wk-104').powerOff();
    const nodes = 'talos-wk-103,talos-wk-104,nowhere';
    const answers = await reader.messages('Hostname', { nodes });
    expect(
      answers.map(answer => decodeMessage('machine.Hostname', answer)),
    ).toEqual([{ hostname: 'talos-wk-103' }, {}, {}]);
    expect(
      answers.map(answer => decodeMessage('common.Failed', answer)),
    ).toEqual([
      { metadata: { hostname: 'talos-wk-103' } },
      {
        metadata: {
          hostname: 'talos-wk-104',
          error: expect.stringContaining('no route to host'),
          status: {
            code: status.UNAVAILABLE,
            message: expect.stringContaining('no route to host'),
          },
        },
      },
      {
        metadata: {
          hostname: 'nowhere',
          error: expect.stringContaining('no such host'),
          status: {
            code: status.UNAVAILABLE,
            message: expect.stringContaining('no such host'),
          },
        },
      },
    ]);
    talos.cluster('edgit').machine('talos-wk-104').powerOn();
  });

  it.each([
    [
      { node: ['a', 'b'] },
      'node metadata must be single-valued',
      status.INVALID_ARGUMENT,
    ],
    [
      { node: '192.168.0.103:50000' },
      'invalid target "192.168.0.103:50000"',
      status.INTERNAL,
    ],
    [{ node: '' }, 'invalid target ""', status.INTERNAL],
  ])('refuses %j', async (headers, details, code) => {
    expect(await failureOf(version(reader, headers))).toEqual({
      code,
      details,
    });
  });

  it.each([
    ['edgit', 'one-2-many proxying is not supported for COSI methods'],
    [
      'apps',
      'one-2-many proxying is not supported for method /cosi.resource.State/Get',
    ],
  ])(
    'takes no resources from several nodes at once in %s',
    async (cluster, details) => {
      const client = await talos.connect(cluster);
      expect(
        await failureOf(
          client.get('runtime', 'Versions.runtime.talos.dev', 'version', {
            nodes: 'one,other',
          }),
        ),
      ).toEqual({ code: status.INVALID_ARGUMENT, details });
    },
  );

  it('ends at a worker, but for the worker itself', async () => {
    const endpoint = await talos.cluster('edgit').listenOn(node);
    const client = await talos.connect('edgit', 'reader', endpoint);
    expect(await client.machine('Hostname', 'Hostname', { node })).toEqual([
      { hostname: node },
    ]);
    expect(await failureOf(version(client, { node: 'talos-cp-100' }))).toEqual({
      code: status.PERMISSION_DENIED,
      details: 'no request forwarding',
    });
  });
});

describe('machines that do not answer', () => {
  const machine = () => talos.cluster('edgit').machine(node);
  afterEach(() => {
    machine().powerOn();
    machine().hanging = false;
  });

  it('says who cannot be reached', async () => {
    machine().powerOff();
    expect(await failureOf(version(reader, { node }))).toEqual({
      code: status.UNAVAILABLE,
      details: expect.stringContaining('192.168.0.103:50000'),
    });
  });

  it('takes a call and never answers', async () => {
    machine().hanging = true;
    expect(
      await failureOf(
        reader.unary(
          '/machine.MachineService/Version',
          Buffer.alloc(0),
          { node },
          200,
        ),
      ),
    ).toMatchObject({ code: status.DEADLINE_EXCEEDED });
  });

  it('goes on with another control plane', async () => {
    const first = talos.cluster('edgit').machine('talos-cp-100');
    first.powerOff();
    expect(await reader.machine('Hostname', 'Hostname')).toEqual([
      { hostname: 'talos-cp-101' },
    ]);
    first.powerOn();
  });
});

describe('an endpoint', () => {
  const cluster = () => talos.cluster('infra');
  afterEach(() => cluster().setEndpointMode('up'));

  it.each(['down', 'not-talos'] as const)('may be %s', async mode => {
    cluster().setEndpointMode(mode);
    expect(
      await failureOf(version(await talos.connect('infra'))),
    ).toMatchObject({ code: status.UNAVAILABLE });
  });

  it('may take connections and say nothing', async () => {
    cluster().setEndpointMode('silent');
    const client = await talos.connect('infra');
    expect(
      await failureOf(
        client.unary(
          '/machine.MachineService/Version',
          Buffer.alloc(0),
          {},
          200,
        ),
      ),
    ).toMatchObject({ code: status.DEADLINE_EXCEEDED });
  });

  it('has certificates of its own time', async () => {
    await cluster().skewClock(48 * 60 * 60 * 1000);
    const failure = await failureOf(version(await talos.connect('infra')));
    expect(failure).toMatchObject({
      code: status.UNAVAILABLE,
      details: expect.stringContaining('not yet valid'),
    });
    await cluster().skewClock(0);
    expect(await version(await talos.connect('infra'))).toHaveLength(1);
  });
});
