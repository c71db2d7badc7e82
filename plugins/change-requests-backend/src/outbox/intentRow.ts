import { operationsSchema } from '@internal/gitops-model';
import {
  changeRequestDetailSchema,
  changeRequestSchema,
} from '@internal/plugin-change-requests-common';
import { z } from 'zod';
import type { Intent, IntentChange } from './Intent';

const { edits, findings } = changeRequestDetailSchema.shape;
const { state, failure, pullRequest } = changeRequestSchema.shape;
const { checks, merging, content } = pullRequest.unwrap().shape;

const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);

function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}

const rowSchema = z.object({
  id: z.string(),
  content_key: z.string(),
  generation: z.number(),
  intent_key: z.string(),
  platform: z.string(),
  operations: json(operationsSchema),
  requester: z.string(),
  requester_groups: json(z.array(z.string())),
  // SQLite knows no booleans.
  requester_platform_team: z
    .union([z.boolean(), z.number()])
    .transform(Boolean),
  template_name: optional(z.string()),
  template_version: optional(z.string()),
  title: z.string(),
  state,
  attempt: z.number(),
  branch: z.string(),
  base_commit: z.string(),
  tree: z.string(),
  edits: json(edits),
  findings: json(findings),
  pull_request_number: optional(z.number()),
  pull_request_url: optional(z.string()),
  head_commit: optional(z.string()),
  merge_commit: optional(z.string()),
  content_commit: optional(z.string()),
  content_verdict: optional(content.unwrap()),
  checks: optional(checks.unwrap()),
  merging: optional(merging.unwrap()),
  merged_at: optional(z.string()),
  failure: optional(json(failure.unwrap())),
  stale_reason: optional(z.string()),
  fence: z.number(),
  tries: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  observed_at: optional(z.string()),
});

export type IntentRow = z.input<typeof rowSchema>;

export function toIntent(raw: unknown, apps: string[]): Intent {
  const row = rowSchema.parse(raw);
  return {
    id: row.id,
    contentKey: row.content_key,
    generation: row.generation,
    intentKey: row.intent_key,
    platform: row.platform,
    apps,
    operations: row.operations,
    requester: {
      ref: row.requester,
      groups: row.requester_groups,
      platformTeam: row.requester_platform_team,
    },
    template:
      row.template_name !== undefined && row.template_version !== undefined
        ? { name: row.template_name, version: row.template_version }
        : undefined,
    title: row.title,
    state: row.state,
    attempt: row.attempt,
    branch: row.branch,
    baseCommit: row.base_commit,
    tree: row.tree,
    edits: row.edits,
    findings: row.findings,
    pullRequest:
      row.pull_request_number !== undefined &&
      row.pull_request_url !== undefined
        ? {
            number: row.pull_request_number,
            url: row.pull_request_url,
            headCommit: row.head_commit,
            mergeCommit: row.merge_commit,
            content:
              row.content_commit !== undefined &&
              row.content_verdict !== undefined
                ? { commit: row.content_commit, verdict: row.content_verdict }
                : undefined,
            checks: row.checks,
            merging: row.merging,
          }
        : undefined,
    mergedAt: row.merged_at,
    failure: row.failure,
    staleReason: row.stale_reason,
    fence: row.fence,
    tries: row.tries,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    observedAt: row.observed_at,
  };
}

/** Columns of a change; only the fields that are part of it. */
export function toColumns(change: IntentChange): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  const set = (column: string, value: unknown) => {
    columns[column] = value === undefined ? null : value;
  };
  const json_ = (value: unknown) =>
    value === undefined ? undefined : JSON.stringify(value);
  if ('state' in change) set('state', change.state);
  if ('baseCommit' in change) set('base_commit', change.baseCommit);
  if ('tree' in change) set('tree', change.tree);
  if ('edits' in change) set('edits', json_(change.edits));
  if ('findings' in change) set('findings', json_(change.findings));
  if ('pullRequest' in change) {
    set('pull_request_number', change.pullRequest?.number);
    set('pull_request_url', change.pullRequest?.url);
    set('head_commit', change.pullRequest?.headCommit);
    set('merge_commit', change.pullRequest?.mergeCommit);
    set('content_commit', change.pullRequest?.content?.commit);
    set('content_verdict', change.pullRequest?.content?.verdict);
    set('checks', change.pullRequest?.checks);
    set('merging', change.pullRequest?.merging);
  }
  if ('mergedAt' in change) set('merged_at', change.mergedAt);
  if ('failure' in change) set('failure', json_(change.failure));
  if ('staleReason' in change) set('stale_reason', change.staleReason);
  if ('tries' in change) set('tries', change.tries);
  if ('observedAt' in change) set('observed_at', change.observedAt);
  if ('nextAttemptAt' in change) set('next_attempt_at', change.nextAttemptAt);
  if (change.release) {
    set('lease_owner', undefined);
    set('lease_until', undefined);
  }
  return columns;
}
