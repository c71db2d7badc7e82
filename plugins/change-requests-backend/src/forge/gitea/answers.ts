import { z } from 'zod';

const oid = z.string().regex(/^[0-9a-f]{40}$/);
const webAddress = z.string().regex(/^https?:\/\//);
const user = z.object({ id: z.number().int(), login: z.string() });

export const accountSchema = user.extend({
  full_name: z.string().nullish(),
  email: z.string().nullish(),
});

export const repositorySchema = z.object({
  id: z.number().int(),
  archived: z.boolean().default(false),
});

export const branchSchema = z.object({ commit: z.object({ id: oid }) });

export const commitsSchema = z.array(
  z.object({
    sha: oid,
    commit: z.object({ message: z.string(), tree: z.object({ sha: oid }) }),
    parents: z.array(z.object({ sha: oid })).nullish(),
  }),
);

export const labelSchema = z.object({ id: z.number().int(), name: z.string() });

export const pullRequestSchema = z.object({
  id: z.number().int(),
  number: z.number().int(),
  html_url: webAddress,
  state: z.enum(['open', 'closed']),
  merged: z.boolean().default(false),
  mergeable: z.boolean().nullish(),
  merge_commit_sha: oid.nullish(),
  merged_by: user.nullish(),
  body: z.string().nullish(),
  // The label is the branch; the ref is one of Gitea's own once that is gone.
  head: z.object({ label: z.string(), sha: z.string(), repo_id: z.number() }),
  labels: z.array(labelSchema).nullish(),
  requested_reviewers: z.array(user).nullish(),
});
export type PullRequestAnswer = z.infer<typeof pullRequestSchema>;

export const reviewsSchema = z.array(
  z.object({
    user: user.nullish(),
    state: z.string(),
    dismissed: z.boolean().default(false),
  }),
);
export type ReviewsAnswer = z.infer<typeof reviewsSchema>;

/** All checks of a commit together; `state` means nothing where there are none. */
export const combinedStatusSchema = z.object({
  state: z.string(),
  total_count: z.number().int(),
});
export type CombinedStatusAnswer = z.infer<typeof combinedStatusSchema>;
