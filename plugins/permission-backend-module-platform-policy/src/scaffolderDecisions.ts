import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_SCAFFOLDER_ACTION,
  RESOURCE_TYPE_SCAFFOLDER_TASK,
} from '@backstage/plugin-scaffolder-common/alpha';

/** Allows the given actions and no others; names are compared whole. */
export function allowActions(actionIds: string[]): ConditionalPolicyDecision {
  const [first, ...others] = actionIds.map(actionId => ({
    rule: 'HAS_ACTION_ID',
    resourceType: RESOURCE_TYPE_SCAFFOLDER_ACTION,
    params: { actionId },
  }));
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType: RESOURCE_TYPE_SCAFFOLDER_ACTION,
    conditions: { anyOf: [first, ...others] },
  };
}

/** Allows what concerns the tasks that a person started. */
export function allowTasksOf(userEntityRef: string): ConditionalPolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType: RESOURCE_TYPE_SCAFFOLDER_TASK,
    conditions: {
      rule: 'IS_TASK_OWNER',
      resourceType: RESOURCE_TYPE_SCAFFOLDER_TASK,
      params: { createdBy: [userEntityRef] },
    },
  };
}
