import { z } from 'zod';

/** Why a source is as it is, and what to do; `describeSourceProblem` has the sentence. */
export const sourceProblemSchema = z.object({
  /** Closed list in `sourceProblems`; words for each are in the translations. */
  code: z.string(),
  /** Names and numbers for the words; one called `time` is ISO 8601. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SourceProblem = z.infer<typeof sourceProblemSchema>;
