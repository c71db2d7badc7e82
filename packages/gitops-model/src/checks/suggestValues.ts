import { expandNames } from '../profile/expandNames';
import { maxAppName } from './checkAppName';
import type { CheckContext } from './CheckContext';
import type { FieldCheckInput } from './checkField';
import { groupName } from './checkOwner';
import { ownerOf } from './ownerOf';
import { secretPrefix } from './secretPrefix';

/** Values that may pass a field's check, best first. */
export function suggestValues(
  check: FieldCheckInput,
  context: CheckContext,
): string[] {
  const { model, profile } = context;
  const { value, app = '' } = check;
  switch (check.field) {
    case 'app':
      return [
        ...(check.category === undefined
          ? []
          : [
              expandNames(profile.layouts[0].unit, {
                app: toLabel(value),
                category: check.category,
              }),
            ]),
        ...variants(toLabel(value), check.owner),
      ];
    case 'host': {
      const [first] = value.split('.');
      return variants(toLabel(first || app), check.owner).flatMap(label =>
        profile.domains.map(({ domain }) => `${label}.${domain}`),
      );
    }
    case 'image':
      return model.units
        .flatMap(({ images }) => images)
        .filter(image => image.includes(value))
        .sort();
    case 'secretKey': {
      const prefix = secretPrefix(app, ownerOf(check, context) ?? '', context);
      const typed = value.replace(prefix, '');
      return model.externalSecrets
        .flatMap(({ keys }) => keys.map(({ key }) => key))
        .filter(key => key.startsWith(prefix) && key.includes(typed))
        .sort();
    }
    case 'callbackPath':
      return model.loginClients
        .flatMap(({ redirectUris }) => redirectUris)
        .flatMap(uri => (URL.canParse(uri) ? [new URL(uri).pathname] : []))
        .filter(path => path.includes(value))
        .sort();
    default:
      return ['/'];
  }
}

function variants(label: string, owner: string | undefined): string[] {
  if (label === '') return [];
  const group = groupName(owner ?? '');
  return [
    label,
    ...(group === undefined ? [] : [`${label}-${group}`]),
    `${label}-2`,
    `${label}-3`,
  ];
}

/** The nearest thing to a text that may name an app. */
function toLabel(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, maxAppName)
    .replace(/-$/, '');
}
