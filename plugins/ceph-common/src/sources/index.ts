export { describeSourceProblem } from './describeSourceProblem';
export * from './SourceProblem';
export { sourceProblems, type SourceProblemCode } from './sourceProblems';
export { toSourceProblem } from './toSourceProblem';
