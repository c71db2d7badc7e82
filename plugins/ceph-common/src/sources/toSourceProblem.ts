import type { SourceProblem } from './SourceProblem';
import type { SourceProblemCode } from './sourceProblems';

/** A problem of the closed list, with the values its words name. */
export function toSourceProblem(
  code: SourceProblemCode,
  values: SourceProblem['values'] = {},
): SourceProblem {
  return { code, values };
}
