import type { Finding, Plan } from '@internal/gitops-model';
import { formatPatch } from './formatPatch';

/** What `platform plan --json` prints. */
export interface PlanOutput {
  /** Commit the edits apply to. */
  commit: string;
  /** Whether the work tree holds the edits now. */
  written: boolean;
  edits: { kind: Plan['edits'][number]['kind']; path: string; patch: string }[];
  findings: Finding[];
}

/** The plan as it is printed: each edit with its patch. */
export function toPlanOutput(plan: Plan, written: boolean): PlanOutput {
  return {
    commit: plan.commit,
    written,
    edits: plan.edits.map(edit => ({
      kind: edit.kind,
      path: edit.path,
      patch: formatPatch(edit),
    })),
    findings: plan.findings,
  };
}
