import { z } from 'zod';

const oid = z.string().regex(/^[0-9a-f]{40}$/);
const webAddress = z.string().regex(/^https?:\/\//);
const states = {
  opened: 'open',
  // A merge is under way; it ends in one of the other states.
  locked: 'open',
  closed: 'closed',
  merged: 'merged',
} as const;
const user = z.object({ id: z.number().int(), username: z.string() });

export const accountSchema = user.extend({
  name: z.string(),
  email: z.string().nullish(),
  commit_email: z.string().nullish(),
});

export const usersSchema = z.array(user);

export const projectSchema = z.object({
  id: z.number().int(),
  archived: z.boolean().default(false),
});

export const branchSchema = z.object({ commit: z.object({ id: oid }) });

export const commitsSchema = z.array(
  z.object({ id: oid, message: z.string(), parent_ids: z.array(oid) }),
);

export const treeSchema = z.array(
  z.object({ id: oid, name: z.string(), mode: z.string() }),
);

export const mergeRequestSchema = z.object({
  id: z.number().int(),
  iid: z.number().int(),
  web_url: webAddress,
  state: z
    .enum(['opened', 'closed', 'locked', 'merged'])
    .transform(state => states[state]),
  description: z.string().nullish(),
  sha: oid.nullish(),
  source_project_id: z.number().int().nullish(),
  labels: z.array(z.string()).default([]),
  reviewers: z.array(user).default([]),
  merge_commit_sha: oid.nullish(),
  squash_commit_sha: oid.nullish(),
  merge_user: user.nullish(),
  has_conflicts: z.boolean().default(false),
  detailed_merge_status: z.string().nullish(),
});
export type MergeRequestAnswer = z.infer<typeof mergeRequestSchema>;

/** Of one merge request, which alone tells its pipeline. */
export const mergeRequestDetailSchema = mergeRequestSchema.extend({
  head_pipeline: z.object({ status: z.string() }).nullish(),
});
export type MergeRequestDetailAnswer = z.infer<typeof mergeRequestDetailSchema>;

export const approvalsSchema = z.object({
  approved: z.boolean().default(false),
  approved_by: z.array(z.object({ user })).default([]),
});
export type ApprovalsAnswer = z.infer<typeof approvalsSchema>;
