import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  deliverySnapshotListSchema,
  type DeliverySnapshot,
} from '@internal/plugin-delivery-common';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import request from 'supertest';
import deliveryPlugin from './index';

jest.setTimeout(120_000);

describe('delivery plugin on the sandbox', () => {
  let sandbox: Sandbox;
  let read: () => Promise<DeliverySnapshot>;

  beforeAll(async () => {
    sandbox = await startSandbox({
      ports: freePorts,
      platforms: [],
    });
    const [platform] = sandbox.world.platforms;
    const { server } = await startTestBackend({
      features: [
        deliveryPlugin,
        mockServices.rootConfig.factory({
          data: {
            platforms: {
              [platform.id]: {
                repository: { url: `${sandbox.urls.forge}/edgit/edgit-k8s` },
                clusters: [
                  {
                    name: 'edgit',
                    argocd: {
                      url: sandbox.urls.argocd,
                      token: sandbox.tokens.argocd,
                      pollSeconds: 0.5,
                      deadlineSeconds: 1,
                    },
                  },
                ],
              },
            },
          },
        }),
      ],
    });
    read = async () => {
      const { body } = await request(server)
        .get('/api/delivery/snapshots')
        .expect(200);
      return deliverySnapshotListSchema.parse(body).items[0];
    };
  });

  afterAll(() => sandbox.stop());

  async function until(accepts: (snapshot: DeliverySnapshot) => boolean) {
    let snapshot = await read();
    while (!accepts(snapshot)) {
      await sleep(50);
      snapshot = await read();
    }
    return snapshot;
  }

  const unitOf = (snapshot: DeliverySnapshot, name: string) =>
    snapshot.units.find(unit => unit.name === name);

  const readHead = () => {
    const { repository } = sandbox.world.platforms[0];
    return repository.resolveCommit(repository.defaultBranch);
  };

  it('follows the applications from commit to commit', async () => {
    const before = await until(snapshot => {
      const unit = unitOf(snapshot, 'paperless');
      return unit?.health === 'healthy' && unit.revision !== undefined;
    });
    expect(unitOf(before, 'paperless')).toMatchObject({
      sync: 'synced',
      project: 'apps',
      destinationNamespace: 'paperless',
      revision: await readHead(),
      history: [{ revision: await readHead() }],
    });

    const commit = await sandbox.world.commit({
      message: 'Say more',
      author: 'petra',
      files: { 'k8s/paperless/NOTES.md': 'Nothing to apply.\n' },
    });

    // No manifest changed, so nothing is synced, yet the unit is at the commit.
    const after = await until(
      snapshot => unitOf(snapshot, 'paperless')?.revision === commit,
    );
    expect(unitOf(after, 'paperless')).toMatchObject({ sync: 'synced' });
  });

  it.each([
    ['unavailable', /answered with status 503/],
    ['forbidden', /does not let the token read applications/],
    ['malformed', /cannot be understood/],
    ['rate-limited', /answered with status 429/],
    ['slow', /did not answer within 1 s/],
  ] as const)(
    'keeps what it knows while Argo CD is %s',
    async (kind, reason) => {
      const good = await until(
        ({ failure, units }) => !failure && units.length > 0,
      );

      sandbox.world.faults.set({ system: 'argocd', kind });
      const failing = await until(({ failure }) => failure !== undefined);
      expect(failing.failure?.reason).toMatch(reason);
      expect(failing.units.map(({ name }) => name)).toEqual(
        good.units.map(({ name }) => name),
      );

      sandbox.world.faults.clear({ system: 'argocd' });
      const back = await until(({ failure }) => !failure);
      expect(back.units).toHaveLength(good.units.length);
    },
  );
});
