import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';
import { secretPrefix } from './secretPrefix';

const shape =
  /^\/?[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const propertyShape = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** A key of the secret store that an app of this owner may read. */
export function checkSecretKey(
  key: string,
  app: string,
  owner: string,
  context: Pick<CheckContext, 'profile' | 'model'>,
  field = 'key',
): Finding[] {
  const { mount } = context.profile.secrets;
  const prefix = secretPrefix(app, owner, context);
  if (!shape.test(key)) {
    return [
      refusal('secret-key-invalid', {
        message: `${quoteValue(key)} is no key of the secret store: it is names joined by “/”, without patterns or templates.`,
        fix: `Write a key such as “${prefix}my-app/database”.`,
        field,
      }),
    ];
  }
  if (mount !== undefined && key.startsWith(`${mount}/`)) {
    return [
      refusal('secret-key-mount', {
        message: `The key starts with ${mount}/, which the store adds itself.`,
        fix: `Leave “${mount}/” away.`,
        field,
      }),
    ];
  }
  return key.startsWith(prefix)
    ? []
    : [
        refusal('secret-key-foreign', {
          message: `The key ${quoteValue(key)} does not lie under ${prefix}, which is all that ${prefix.includes(`/${app}/`) ? app : owner} may read.`,
          fix: `Use a key under ${prefix}; what another team should share belongs there too.`,
          field,
        }),
      ];
}

/** One field of what lies under a key. */
export function checkSecretProperty(
  property: string,
  field: string,
): Finding[] {
  return propertyShape.test(property)
    ? []
    : [
        refusal('secret-key-invalid', {
          message: `${quoteValue(property)} is no field of a secret.`,
          fix: 'Write the name of the field, such as “password”.',
          field,
        }),
      ];
}
