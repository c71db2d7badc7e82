import type { CheckContext } from '../checks/CheckContext';
import type { Finding } from '../finding/Finding';
import type { PlanTree } from './PlanTree';
import type { Step } from './Step';

/** What one operation is planned on: the tree and model as earlier ones left them. */
export interface OperationContext extends CheckContext {
  tree: PlanTree;
  template?: { name: string; version: string };
}

/** What an operation comes to, before anything is written. */
export interface OperationPlan {
  findings: Finding[];
  /** None where a finding is an error. */
  steps: Step[];
}
