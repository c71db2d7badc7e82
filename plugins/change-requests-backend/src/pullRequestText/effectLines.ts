import type { Operation } from '@internal/gitops-model';
import { inertCode } from './inertText';

/** What each operation means to people who use the app, a line each. */
export function effectLines(operations: Operation[]): string[] {
  return operations.map(operation => `- ${effectOf(operation)}`);
}

function effectOf(operation: Operation): string {
  const app = inertCode(operation.app, 253);
  switch (operation.type) {
    case 'create-app':
      return `${app} is new. Nobody reaches it before it has a route.`;
    case 'add-route':
      return `${inertCode(operation.host + operation.path)} leads to ${app}.`;
    case 'add-secret':
      return `${app} reads ${operation.entries.length} more values from the secret store; its pods start anew.`;
    case 'add-oidc-client':
      return `People can sign in to ${app} at ${inertCode(operation.host)}.`;
    case 'set-image':
      return `${app} runs ${inertCode(operation.image)}; its pods are replaced.`;
    case 'set-replicas':
      return operation.replicas === 0
        ? `${app} stops running; its addresses no longer answer.`
        : `${app} runs as ${operation.replicas} pods.`;
    case 'retire-app':
      return `${app} is gone: it stops running, and its addresses no longer answer.`;
    default:
      return `${app} is changed as the inputs say (${inertCode(operation.type)}).`;
  }
}
