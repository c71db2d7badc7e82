import { appInUnit } from '../profile/appInUnit';
import { expandNames } from '../profile/expandNames';
import type { CheckContext } from './CheckContext';
import { groupName } from './checkOwner';

/** What the keys of the secret store start with that an app of this owner may read. */
export function secretPrefix(
  unit: string,
  owner: string,
  { model, profile }: Pick<CheckContext, 'model' | 'profile'>,
): string {
  const known = model.apps.find(({ name }) => name === unit);
  const category = known?.category ?? '';
  const app = profile.layouts
    .map(layout => appInUnit(layout, unit, category))
    .find(name => name !== undefined);
  return expandNames(profile.secrets.keyPrefix, {
    group: groupName(owner) ?? '',
    category,
    // What an app on several clusters reads lies under the first of them.
    cluster: known?.cluster ?? '',
    app: app ?? unit,
  });
}
