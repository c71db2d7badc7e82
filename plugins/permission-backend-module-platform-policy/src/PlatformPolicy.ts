import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { allowedActions, grants } from './grants';
import { allowActions, allowTasksOf } from './scaffolderDecisions';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Decides by the table of grants; denies what is not in it. */
export class PlatformPolicy implements PermissionPolicy {
  readonly #platformTeams: string[];
  readonly #userInfo: UserInfoService;

  static create(options: {
    platformTeams: string[];
    userInfo: UserInfoService;
  }) {
    return new PlatformPolicy(options.platformTeams, options.userInfo);
  }

  private constructor(platformTeams: string[], userInfo: UserInfoService) {
    this.#platformTeams = platformTeams;
    this.#userInfo = userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user || !Object.hasOwn(grants, permission.name)) return DENY;
    const grant = grants[permission.name];
    switch (grant) {
      case 'signed-in':
        return ALLOW;
      case 'platform-team':
        return (await this.#isInPlatformTeam(user.credentials)) ? ALLOW : DENY;
      case 'own-tasks': {
        const { userEntityRef } = await this.#userInfo.getUserInfo(
          user.credentials,
        );
        return allowTasksOf(userEntityRef);
      }
      case 'platform-actions':
        return allowActions(allowedActions);
      case 'nobody':
        return DENY;
      default:
        return grant satisfies never;
    }
  }

  async #isInPlatformTeam(credentials: BackstageCredentials) {
    const { ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return ownershipEntityRefs.some(ref =>
      this.#platformTeams.includes(ref.toLocaleLowerCase('en-US')),
    );
  }
}
