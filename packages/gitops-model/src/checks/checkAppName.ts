import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

/** A label of DNS, less what is put behind it to name what belongs to the app. */
export const maxAppName = 63 - '-secrets'.length;

/** A Service, and so the app, starts with a letter. */
const shape = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** The name of a new app. */
export function checkAppName(
  name: string,
  { profile }: Pick<CheckContext, 'profile'>,
): Finding[] {
  if (name.length > maxAppName) {
    return [
      refusal('app-name-invalid', {
        message: `The name has ${name.length} characters; ${maxAppName} are allowed.`,
        fix: 'Choose a shorter name.',
        field: 'app',
      }),
    ];
  }
  if (!shape.test(name)) {
    return [
      refusal('app-name-invalid', {
        message: `${quoteValue(name)} cannot name an app: a name is made of a-z, 0-9 and “-”, starts with a letter, and ends with a letter or digit.`,
        fix: 'Choose a name of these characters, such as “meeting-notes”.',
        field: 'app',
      }),
    ];
  }
  if (profile.reservedNames.includes(name) || name.startsWith('kube-')) {
    return [
      refusal('app-name-reserved', {
        message: `The name ${name} is reserved for the platform.`,
        fix: 'Choose another name.',
        field: 'app',
      }),
    ];
  }
  return [];
}
