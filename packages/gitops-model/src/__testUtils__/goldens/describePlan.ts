import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Finding } from '../../finding/Finding';
import type { FileEdit } from '../../plan/Plan';

/** A plan for people to read: its findings, and its edits as a unified diff. */
export function describePlan(plan: {
  edits: readonly FileEdit[];
  findings: readonly Finding[];
}): string {
  return [
    ...plan.findings.map(describeFinding),
    ...plan.edits.map(describeEdit),
  ].join('');
}

/** `severity code field file:line`, and the sentences below it. */
export function describeFinding(finding: Finding): string {
  const { severity, code, field, file, line, message, fix } = finding;
  const head = [
    severity,
    code,
    ...(field === undefined ? [] : [`(${field})`]),
    ...(file === undefined
      ? []
      : [line === undefined ? file : `${file}:${line}`]),
  ].join(' ');
  const sentences = fix === undefined ? [message] : [message, fix];
  return [head, ...sentences.map(sentence => `  ${sentence}`), ''].join('\n');
}

function describeEdit(edit: FileEdit): string {
  const before = edit.kind === 'create' ? '' : edit.before;
  const after = edit.kind === 'delete' ? '' : edit.after;
  return createTwoFilesPatch(
    edit.kind === 'create' ? '/dev/null' : `a/${edit.path}`,
    edit.kind === 'delete' ? '/dev/null' : `b/${edit.path}`,
    before,
    after,
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}
