import { printable } from '../../printable';
import type { Terminal } from '../../Terminal';
import { formatFindings, paint } from '../formatFindings';
import type { PlanOutput } from './PlanOutput';

const styleOf = new Map([
  ['+', 'added'],
  ['-', 'removed'],
] as const);

/** The patch as the result, byte for byte unless people see it; what else there is to say beside it. */
export function showPlan(output: PlanOutput, terminal: Terminal): void {
  for (const { patch } of output.edits) {
    terminal.write(terminal.shown ? coloured(patch, terminal) : patch);
  }
  const lines = [
    summary(output),
    ...(output.findings.length > 0
      ? formatFindings(output.findings, terminal)
      : []),
  ];
  terminal.tell(`${lines.join('\n')}\n`);
}

function summary({ edits, findings, written }: PlanOutput): string {
  if (edits.length === 0) {
    return findings.some(({ severity }) => severity === 'error')
      ? 'The request is refused; nothing is changed.'
      : 'Nothing has to be changed.';
  }
  const [created, changed, deleted] = ['create', 'change', 'delete'].map(
    kind => edits.filter(edit => edit.kind === kind).length,
  );
  return `${created} created, ${changed} changed, ${deleted} deleted: ${written ? 'written to the work tree' : 'nothing is written'}.`;
}

function coloured(patch: string, terminal: Terminal): string {
  return patch
    .split('\n')
    .map(line => {
      const style = /^(\+\+\+|---) /.test(line)
        ? 'bold'
        : styleOf.get(line.startsWith('+') ? '+' : '-');
      const text = printable(line);
      return /^[+-]/.test(line) && style ? paint(style, text, terminal) : text;
    })
    .join('\n');
}
