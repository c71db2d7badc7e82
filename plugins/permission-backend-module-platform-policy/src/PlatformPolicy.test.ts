import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderActionConditionalDecision,
  createScaffolderTaskConditionalDecision,
  scaffolderActionConditions,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { grants } from './grants';
import { PlatformPolicy } from './PlatformPolicy';
import { readInstalledPermissions } from './__testUtils__/installedPermissions';
import { startPortal } from './__testUtils__/startPortal';

const developer = mockCredentials.user('user:default/ada');
const platform = mockCredentials.user('user:default/petra');

async function decide(
  permissions: PermissionsService,
  permission: Permission,
  credentials: BackstageCredentials,
) {
  const [decision] = isResourcePermission(permission)
    ? await permissions.authorizeConditional([{ permission }], { credentials })
    : await permissions.authorize([{ permission }], { credentials });
  return decision;
}

describe('platform policy', () => {
  let permissions: PermissionsService;

  beforeAll(async () => {
    ({ permissions } = await startPortal());
  });

  it('has decided on every permission of the installed plugins', () => {
    const installed = readInstalledPermissions();

    expect(Object.keys(grants).sort()).toEqual(
      installed.map(({ name }) => name).sort(),
    );
  });

  // A developer, a member of the platform team, a plugin. "if" is a condition.
  it.each`
    permission                              | ada      | petra    | nobody  | plugin
    ${'catalog.entity.read'}                | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.entity.create'}              | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.entity.delete'}              | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.entity.refresh'}             | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.entity.validate'}            | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.location.read'}              | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.location.create'}            | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.location.analyze'}           | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.location.delete'}            | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.ingestion.read'}             | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'catalog.ingestion.manage'}           | ${'no'}  | ${'yes'} | ${'no'} | ${'yes'}
    ${'change-request.read'}                | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'change-request.create'}              | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'change-request.retry'}               | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'delivery.read'}                      | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'kubernetes.clusters.read'}           | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'kubernetes.resources.read'}          | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'kubernetes.proxy'}                   | ${'no'}  | ${'no'}  | ${'no'} | ${'yes'}
    ${'platforms.platform.read'}            | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'scaffolder.template.parameter.read'} | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'scaffolder.template.step.read'}      | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'scaffolder.template.dry-run'}        | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'scaffolder.template.management'}     | ${'no'}  | ${'no'}  | ${'no'} | ${'yes'}
    ${'scaffolder.action.execute'}          | ${'if'}  | ${'if'}  | ${'no'} | ${'yes'}
    ${'scaffolder.task.create'}             | ${'yes'} | ${'yes'} | ${'no'} | ${'yes'}
    ${'scaffolder.task.read'}               | ${'if'}  | ${'if'}  | ${'no'} | ${'yes'}
    ${'scaffolder.task.cancel'}             | ${'if'}  | ${'if'}  | ${'no'} | ${'yes'}
  `('$permission', async row => {
    const installed = readInstalledPermissions();
    const permission = installed.find(({ name }) => name === row.permission);
    if (!permission) throw new Error(`No plugin exports ${row.permission}`);
    const words = {
      [AuthorizeResult.ALLOW]: 'yes',
      [AuthorizeResult.DENY]: 'no',
      [AuthorizeResult.CONDITIONAL]: 'if',
    };
    const ask = async (credentials: BackstageCredentials) =>
      words[(await decide(permissions, permission, credentials)).result];

    expect({
      ada: await ask(developer),
      petra: await ask(platform),
      plugin: await ask(mockCredentials.service()),
    }).toEqual({
      ada: row.ada,
      petra: row.petra,
      plugin: row.plugin,
    });
  });

  it.each(['catalog.entity.explode', 'toString', '__proto__'])(
    'denies everybody what it has never heard of: %s',
    async name => {
      const permission = createPermission({ name, attributes: {} });
      for (const credentials of [developer, platform]) {
        expect(await decide(permissions, permission, credentials)).toEqual(
          expect.objectContaining({ result: AuthorizeResult.DENY }),
        );
      }
    },
  );

  it('asks the scaffolder in the words of its own rules', async () => {
    const { hasActionId } = scaffolderActionConditions;
    const [first, ...others] = [
      'platform:app:create',
      'platform:httproute:create',
      'platform:externalsecret:create',
      'platform:keycloak-client:create',
      'platform:operation:describe',
      'platform:change-request:open',
      'dry-run:extract',
    ].map(actionId => hasActionId({ actionId }));
    expect(
      await decide(permissions, actionExecutePermission, developer),
    ).toEqual(
      expect.objectContaining(
        createScaffolderActionConditionalDecision(actionExecutePermission, {
          anyOf: [first, ...others],
        }),
      ),
    );
    expect(await decide(permissions, taskReadPermission, developer)).toEqual(
      expect.objectContaining(
        createScaffolderTaskConditionalDecision(
          taskReadPermission,
          scaffolderTaskConditions.isTaskOwner({
            createdBy: ['user:default/ada'],
          }),
        ),
      ),
    );
  });

  it('gives nothing to those who did not sign in', async () => {
    const policy = PlatformPolicy.create({
      platformTeams: ['group:default/platform'],
      userInfo: mockServices.userInfo(),
    });
    for (const permission of readInstalledPermissions()) {
      expect(await policy.handle({ permission })).toEqual({
        result: AuthorizeResult.DENY,
      });
      await expect(
        decide(permissions, permission, mockCredentials.none()),
      ).rejects.toThrow(/40[01]/);
    }
  });

  it('does not start with a team that could be mistaken', async () => {
    await expect(startPortal({ platformTeam: 'platform' })).rejects.toThrow(
      'platforms.edgit-k8s.platformTeam: "platform" is not a full group reference',
    );
  });
});
