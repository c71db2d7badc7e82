import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { Requester } from '@internal/gitops-model';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import { z } from 'zod';

export interface CallerServices {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  /** Entity ref of the group that may act for every owner of the platform. */
  platformTeam(platform: string): string | undefined;
}

/** The signed-in user, or a plugin acting for one, who holds the permission. */
export async function requireUser(
  request: Request,
  permission: BasicPermission,
  { httpAuth, permissions }: CallerServices,
): Promise<BackstageCredentials<BackstageUserPrincipal>> {
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You need the permission ${permission.name}; ask the platform team for it`,
    );
  }
  return credentials;
}

/** Who asks, as the sign-in says. */
export async function readRequester(
  credentials: BackstageCredentials<BackstageUserPrincipal>,
  platform: string,
  { userInfo, platformTeam }: CallerServices,
): Promise<Requester> {
  const { userEntityRef, ownershipEntityRefs } =
    await userInfo.getUserInfo(credentials);
  const groups = ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
  const team = platformTeam(platform);
  return {
    ref: userEntityRef,
    groups,
    platformTeam: team !== undefined && groups.includes(team),
  };
}

/** @throws InputError with a sentence per wrong field. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .slice(0, 10)
        .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}
