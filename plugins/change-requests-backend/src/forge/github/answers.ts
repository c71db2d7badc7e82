import { z } from 'zod';

const nodes = <T extends z.ZodType>(node: T) =>
  z
    .object({ nodes: z.array(node.nullable()).nullish() })
    .nullish()
    .transform(connection =>
      (connection?.nodes ?? []).filter(item => item !== null),
    );

const states = { OPEN: 'open', MERGED: 'merged', CLOSED: 'closed' } as const;
const state = z.enum(['OPEN', 'MERGED', 'CLOSED']).transform(s => states[s]);
const withId = z.object({ id: z.string() });
const oid = z.string().regex(/^[0-9a-f]{40}$/);
const webAddress = z.string().regex(/^https?:\/\//);

const pullRequest = z.object({
  id: z.string(),
  number: z.number().int(),
  url: webAddress,
  state,
  body: z.string(),
  headRefOid: oid,
  labels: nodes(z.object({ name: z.string() })),
  reviewRequests: nodes(
    z.object({
      requestedReviewer: z.object({ login: z.string().optional() }).nullish(),
    }),
  ),
});

const commit = z.object({
  oid,
  message: z.string(),
  parents: nodes(z.object({ oid })),
});

/** Aliased objects (`label0`, `reviewer0`) are read apart by `aliasedIds`. */
export const branchAnswerSchema = z.looseObject({
  repository: z
    .looseObject({
      id: z.string(),
      isArchived: z.boolean(),
      base: z.object({ target: z.object({ oid }) }).nullable(),
      branch: z
        .object({
          target: z.object({
            oid,
            tree: z.object({ oid }),
            history: nodes(commit),
          }),
        })
        .nullable(),
      pullRequests: nodes(
        pullRequest.extend({ isCrossRepository: z.boolean() }),
      ),
    })
    .nullable(),
});

export const openedAnswerSchema = z.object({
  createPullRequest: z.object({ pullRequest }),
});

/** A pull request that is there, whatever failed before it. */
export const openedInSpiteSchema = z.object({
  createPullRequest: z.object({
    pullRequest: z.object({
      id: z.string(),
      headRef: z.object({ target: z.object({ message: z.string() }) }),
    }),
  }),
});

const statusSchema = z.object({
  number: z.number().int(),
  state,
  headRefOid: oid,
  reviewDecision: z.string().nullish(),
  mergeCommit: z.object({ oid }).nullish(),
  mergedBy: z.object({ login: z.string() }).nullish(),
  mergeable: z.enum(['MERGEABLE', 'CONFLICTING', 'UNKNOWN']),
  commits: nodes(
    z.object({
      commit: z
        .object({
          statusCheckRollup: z.object({ state: z.string() }).nullish(),
        })
        .nullish(),
    }),
  ),
  reviews: nodes(
    z.object({
      state: z.string(),
      author: z.object({ login: z.string() }).nullish(),
    }),
  ),
});

export const pullRequestsAnswerSchema = z.object({
  repository: z.record(z.string(), statusSchema.nullable()).nullable(),
});

/** Ids of the aliases `<prefix>0`, `<prefix>1`, … by their keys; no gaps. */
export function aliasedIds(
  record: Record<string, unknown>,
  prefix: string,
  keys: string[],
): Map<string, string> {
  const ids = new Map<string, string>();
  keys.forEach((key, i) => {
    const value = withId.nullish().parse(record[`${prefix}${i}`]);
    if (value) {
      ids.set(key, value.id);
    }
  });
  return ids;
}

export type PullRequestAnswer = z.infer<typeof pullRequest>;
export type PullRequestStatusAnswer = z.infer<typeof statusSchema>;
