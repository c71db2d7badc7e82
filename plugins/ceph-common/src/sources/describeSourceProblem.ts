import type { SourceProblem } from './SourceProblem';
import { sourceProblems } from './sourceProblems';

const words = new Map<string, string>(Object.entries(sourceProblems));

/** What is wrong with a source and what to do, as an English sentence. */
export function describeSourceProblem({ code, values }: SourceProblem): string {
  return (words.get(code) ?? code).replace(
    /\{\{(\w+)\}\}/g,
    (_match, name: string) => String(values[name] ?? '?'),
  );
}
