import { roleSecretName } from '../../blocks/postgresRoleSecret';
import { appInUnit } from '../../profile/appInUnit';
import { expandNames } from '../../profile/expandNames';
import type { WritableProfile } from '../../profile/Profile';
import type { ExternalSecret } from '../../read/RepositoryModel';
import type { Change } from './Change';

/**
 * Whether an ExternalSecret brings the password of an app's database role as
 * the profile has it: by that name, from that key, in a file that one app alone
 * deploys, and that no other app deployed before.
 */
export function isRoleSecretKey(
  key: string,
  { app, name, source }: ExternalSecret,
  { fork, head }: Pick<Change, 'fork' | 'head'>,
  profile: WritableProfile,
): boolean {
  const isAlone = [fork, head].every(({ model }) =>
    model.externalSecrets.every(
      other => other.source.file !== source.file || other.app === app,
    ),
  );
  return (
    isAlone &&
    profile.blocks.some(
      options =>
        options.block === 'postgres-role-secret' &&
        options.file === source.file &&
        head.model.apps.some(({ name: unit, category = '', cluster }) =>
          profile.layouts
            .flatMap(layout => appInUnit(layout, unit, category) ?? [])
            .some(
              role =>
                roleSecretName(role) === name &&
                expandNames(options.key, { app: role, category, cluster }) ===
                  key,
            ),
        ),
    )
  );
}
