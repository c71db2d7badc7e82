import { expandNames } from '../../profile/expandNames';
import type { CheckContext } from '../CheckContext';

/** Whether a file brings the password of an app's database role, from the key and in the file the profile has for it. */
export function isRoleSecretKey(
  key: string,
  file: string,
  { profile, model }: Pick<CheckContext, 'profile' | 'model'>,
): boolean {
  return profile.blocks.some(
    options =>
      options.block === 'postgres-role-secret' &&
      options.file === file &&
      model.apps.some(
        ({ name, cluster }) =>
          expandNames(options.key, { app: name, cluster }) === key,
      ),
  );
}
