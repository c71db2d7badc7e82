import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  appFiles,
  appList,
  exampleRepository,
} from './__testUtils__/exampleRepository';
import {
  startPlatform,
  type TestPlatform,
} from './__testUtils__/startPlatform';
import catalogModuleGitops from './index';

describe('catalogModuleGitops', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform(
      url => exampleRepository(['notes'], url),
      undefined,
      1,
    );
  });
  afterAll(() => platform.stop());

  it('shows in the real catalog what is merged, and takes away what is deleted', async () => {
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleGitops,
        mockServices.rootConfig.factory({ data: platform.config }),
      ],
    });
    const read = async (ref: string): Promise<Entity | undefined> => {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/catalog/entities/by-name/${ref}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      return response.ok ? response.json() : undefined;
    };
    const until = async (
      ref: string,
      holds: (entity: Entity | undefined) => boolean,
    ) => {
      let entity = await read(ref);
      while (!holds(entity)) {
        await new Promise(resolve => {
          setTimeout(resolve, 100);
        });
        entity = await read(ref);
      }
      return entity;
    };

    const notes = await until('component/default/notes', Boolean);
    expect(notes?.relations).toEqual(
      expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/platform' },
        { type: 'dependsOn', targetRef: 'resource:default/edgit' },
        { type: 'dependsOn', targetRef: 'resource:default/edgit.gateway.main' },
      ]),
    );

    await platform.commit({
      ...appList(['todo', 'gateway']),
      ...appFiles('todo', {
        url: platform.cloneUrl,
        annotations: {
          'portal.internal/owner': 'group:default/atlas',
          'portal.internal/system': 'desk',
        },
      }),
      'k8s/apps/notes.yaml': null,
    });
    const todo = await until('component/default/todo', Boolean);
    expect(todo?.relations).toEqual(
      expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/atlas' },
        { type: 'partOf', targetRef: 'system:default/desk' },
      ]),
    );
    expect(todo?.metadata.annotations).not.toHaveProperty(
      'backstage.io/orphan',
    );
    await until('component/default/notes', entity => entity === undefined);
    await until('resource/default/edgit.gateway.main', Boolean);
    await until('system/default/desk', Boolean);
    await backend.stop();
  }, 60_000);
});
