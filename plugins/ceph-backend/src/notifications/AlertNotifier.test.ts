import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Alert, Observation } from './Alert';
import { AlertNotifier } from './AlertNotifier';
import { AlertStore } from './AlertStore';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const START = Date.parse('2026-01-02T03:04:05.000Z');
const ATLAS = 'group:default/atlas';
const BOREALIS = 'group:default/borealis';
const TEAM = 'group:default/platform';
const HERE = { platform: 'pitower', cluster: 'pitower', platformTeam: TEAM };

function alert(key: string, more: Partial<Alert> = {}): Alert {
  return {
    key,
    topic: 'osds',
    level: 1,
    isUnknown: false,
    sentence: `${key} is down.`,
    severity: 'high',
    owners: [],
    ...more,
  };
}

const found = (...alerts: Alert[]): Observation => ({ alerts, unread: [] });

describe('AlertNotifier', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function start() {
    const knex = await databases.init('SQLITE_3');
    const sent: NotificationSendOptions[] = [];
    let failure: Error | undefined;
    const create = async () =>
      new AlertNotifier({
        store: await AlertStore.create({ getClient: async () => knex }),
        notifications: {
          async send(options) {
            if (failure) throw failure;
            sent.push(options);
          },
        },
        logger: mockServices.logger.mock(),
      });
    let notifier = await create();
    return {
      sent,
      fail: (error?: Error) => {
        failure = error;
      },
      restart: async () => {
        notifier = await create();
      },
      create,
      at: (
        milliseconds: number,
        observation: Observation,
        where: Parameters<AlertNotifier['observe']>[0] = HERE,
      ) => notifier.observe(where, observation, new Date(START + milliseconds)),
    };
  }

  it('notifies once of what stays worse, also over a restart', async () => {
    const world = await start();
    const down = found(alert('rook/osd.1', { owners: [ATLAS] }));
    await world.at(0, down);
    await world.at(29 * SECOND, down);
    expect(world.sent).toEqual([]);
    await world.at(30 * SECOND, down);
    expect(world.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: [ATLAS, TEAM] },
        payload: {
          title: 'OSDs are down (pitower)',
          description: 'rook/osd.1 is down.',
          link: '/storage/pitower/pitower',
          severity: 'high',
          topic: 'storage-osds',
          scope: expect.stringMatching(
            /^ceph:pitower\/pitower:osds:[0-9a-f]{16}$/,
          ),
        },
      },
    ]);
    await world.at(31 * SECOND, down);
    await world.restart();
    await world.at(2 * MINUTE, down);
    await world.at(60 * MINUTE, down);
    expect(world.sent).toHaveLength(1);
  });

  it('takes how a machine is found at first for no news, and its change for one', async () => {
    const world = await start();
    const machine = (name: string, level: number) =>
      alert(`machine/${name}`, {
        topic: 'maintenance',
        level,
        isNewsOnlyAsChange: true,
      });
    const first = found(machine('a', 1), machine('b', 0));
    await world.at(0, first);
    await world.at(5 * MINUTE, first);
    await world.restart();
    await world.at(10 * MINUTE, first);
    expect(world.sent).toEqual([]);
    const then = found(machine('a', 1), machine('b', 1));
    await world.at(11 * MINUTE, then);
    await world.at(12 * MINUTE, then);
    expect(world.sent.map(({ payload }) => payload.description)).toEqual([
      expect.stringContaining('machine/b is down.'),
    ]);

    await world.at(13 * MINUTE, first);
    await world.at(22 * MINUTE, first);
    expect(world.sent).toHaveLength(1);
    await world.at(23 * MINUTE, first);
    await world.at(24 * MINUTE, first);
    expect(world.sent).toHaveLength(2);
    // The machine that is worse still stands before the one that is better.
    expect(world.sent[1].payload).toMatchObject({
      title: 'Machines must stay up (pitower)',
      description: expect.stringMatching(/machine\/a .*\n.*machine\/b /),
    });
    const well = found(machine('a', 0), machine('b', 0));
    await world.at(25 * MINUTE, well);
    await world.at(35 * MINUTE, well);
    await world.at(36 * MINUTE, well);
    expect(world.sent.slice(2).map(({ payload }) => payload.title)).toEqual([
      'Machines may go down again (pitower)',
    ]);
  });

  it('puts what the same people are told of a topic into one, which replaces the one before', async () => {
    const world = await start();
    const one = alert('rook/osd.1', { owners: [ATLAS] });
    const two = alert('rook/osd.2', { owners: [ATLAS] });
    const three = alert('rook/osd.3', { owners: [BOREALIS, ATLAS] });
    const health = alert('rook/health', {
      topic: 'health',
      owners: [ATLAS],
      severity: 'critical',
    });
    await world.at(0, found(one, two, three, health));
    await world.at(MINUTE, found(one, two, three, health));
    expect(
      world.sent.map(({ recipients, payload }) => [
        recipients,
        payload.topic,
        payload.description,
      ]),
    ).toEqual([
      [
        { type: 'entity', entityRef: [ATLAS, TEAM] },
        'storage-osds',
        'rook/osd.1 is down.\nrook/osd.2 is down.',
      ],
      [
        { type: 'entity', entityRef: [ATLAS, BOREALIS, TEAM] },
        'storage-osds',
        'rook/osd.3 is down.',
      ],
      [
        { type: 'entity', entityRef: [ATLAS, TEAM] },
        'storage-health',
        'rook/health is down.',
      ],
    ]);

    const four = alert('rook/osd.4', { owners: [ATLAS] });
    await world.at(2 * MINUTE, found(one, two, three, four, health));
    await world.at(3 * MINUTE, found(one, two, three, four, health));
    expect(world.sent).toHaveLength(4);
    expect(world.sent[3].payload).toMatchObject({
      description:
        'rook/osd.1 is down.\nrook/osd.2 is down.\nrook/osd.4 is down.',
      scope: world.sent[0].payload.scope,
    });
  });

  it('does not repeat what comes and goes, until it has been well for a while', async () => {
    const world = await start();
    const down = found(alert('rook/osd.1'));
    // Never down for long enough.
    for (let second = 0; second < 200; second += 20) {
      await world.at(second * SECOND, second % 40 === 0 ? down : found());
    }
    expect(world.sent).toEqual([]);
    await world.at(5 * MINUTE, down);
    await world.at(6 * MINUTE, down);
    expect(world.sent).toHaveLength(1);
    await world.at(7 * MINUTE, found());
    await world.at(12 * MINUTE, down);
    await world.at(14 * MINUTE, down);
    expect(world.sent).toHaveLength(1);
    await world.at(15 * MINUTE, found());
    await world.at(25 * MINUTE, found());
    await world.at(26 * MINUTE, down);
    await world.at(27 * MINUTE, down);
    expect(world.sent).toHaveLength(2);
  });

  it('notifies again of what gets worse still, not of what gets better', async () => {
    const world = await start();
    const use = (level: number) =>
      found(alert('rook/use', { topic: 'capacity', level }));
    const levels = [1, 1, 2, 2, 1, 1, 3, 3, 0, 0];
    for (const [minute, level] of levels.entries()) {
      await world.at(minute * MINUTE, use(level));
    }
    expect(world.sent).toHaveLength(3);
  });

  it('tells what is not known to the platform team alone, and only after minutes', async () => {
    const world = await start();
    const silent = found(
      alert('rook/unknown', { isUnknown: true, owners: [ATLAS] }),
    );
    await world.at(0, silent);
    await world.at(4 * MINUTE, silent);
    expect(world.sent).toEqual([]);
    await world.at(5 * MINUTE, silent);
    expect(world.sent.map(({ recipients }) => recipients)).toEqual([
      { type: 'entity', entityRef: [TEAM] },
    ]);
  });

  it('takes what cannot be read for neither better nor gone', async () => {
    const world = await start();
    const down = found(alert('rook/osd.1'));
    await world.at(0, down);
    await world.at(MINUTE, down);
    for (let minute = 2; minute < 30; minute += 1) {
      await world.at(minute * MINUTE, { alerts: [], unread: ['rook/osd.'] });
    }
    await world.at(30 * MINUTE, down);
    await world.at(31 * MINUTE, down);
    expect(world.sent).toHaveLength(1);
  });

  it('tries again what could not be sent, and sends nothing where there is nobody to tell', async () => {
    const world = await start();
    const down = found(alert('rook/osd.1'));
    world.fail(new Error('the notifications plugin is not up'));
    await world.at(0, down);
    await world.at(MINUTE, down);
    world.fail();
    await world.at(2 * MINUTE, down);
    await world.at(3 * MINUTE, down);
    expect(world.sent).toHaveLength(1);

    const nobody = { platform: 'edgit-k8s', cluster: 'edgit' };
    for (const minute of [0, 1, 2]) {
      await world.at(minute * MINUTE, down, nobody);
    }
    expect(world.sent).toHaveLength(1);
  });

  it('notifies once where several processes watch', async () => {
    const world = await start();
    const other = await world.create();
    const down = found(alert('rook/osd.1'));
    for (const minute of [0, 1, 2]) {
      const now = new Date(START + minute * MINUTE);
      await Promise.all([
        world.at(minute * MINUTE, down),
        other.observe(HERE, down, now),
      ]);
    }
    expect(world.sent).toHaveLength(1);
  });
});
