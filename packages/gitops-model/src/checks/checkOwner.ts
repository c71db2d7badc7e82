import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const shape =
  /^group:[a-z0-9]([-a-z0-9]*[a-z0-9])?\/([a-z0-9]([-a-z0-9]*[a-z0-9])?)$/;

/** Name of the group in an entity ref such as `group:default/atlas`. */
export function groupName(owner: string): string | undefined {
  return shape.exec(owner)?.[2];
}

/** The owner of a new app: a group that the requester may act for. */
export function checkOwner(owner: string, context: CheckContext): Finding[] {
  if (groupName(owner) === undefined) {
    return [
      refusal('owner-unknown', {
        message: `${quoteValue(owner)} is no group.`,
        fix: 'Choose one of your groups, such as “group:default/my-team”.',
        field: 'owner',
      }),
    ];
  }
  const { requester, model, profile } = context;
  if (!requester.groups.includes(owner) && !requester.platformTeam) {
    return [
      refusal('owner-foreign', {
        message: `You are no member of ${owner}, so you cannot ask in its name.`,
        fix: 'Choose one of your own groups, or ask a member of that group.',
        field: 'owner',
      }),
    ];
  }
  const known = new Set([
    ...requester.groups,
    ...model.apps.map(app => app.owner),
    ...profile.owners.rules.map(rule => rule.owner),
    profile.owners.default,
  ]);
  return known.has(owner)
    ? []
    : [
        {
          code: 'owner-unknown',
          severity: 'warning',
          message: `No app of this platform belongs to ${owner} yet.`,
          fix: 'Make sure that the name of the group is spelt right.',
          field: 'owner',
        },
      ];
}

/** Whether the requester may change an app that is there. */
export function checkAppOwner(name: string, context: CheckContext): Finding[] {
  const app = context.model.apps.find(known => known.name === name);
  if (!app) {
    return [
      refusal('app-unknown', {
        message: `There is no app named ${quoteValue(name)} on this platform.`,
        fix: 'Choose an app that is there, or create it first.',
        field: 'app',
      }),
    ];
  }
  const { requester } = context;
  const isOwn = app.owner !== undefined && requester.groups.includes(app.owner);
  return isOwn || requester.platformTeam
    ? []
    : [
        refusal('owner-foreign', {
          message: `The app ${name} belongs to ${app.owner ?? 'nobody known'}, and you are no member of it.`,
          fix: 'Ask a member of that group, or the platform team.',
          field: 'app',
        }),
      ];
}
