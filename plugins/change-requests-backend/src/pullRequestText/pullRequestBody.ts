import type { FileEdit, Operation } from '@internal/gitops-model';
import type { FindingDto } from '@internal/plugin-change-requests-common';
import { formatMarkers } from '../protocol/markers';
import { inertCode, inertProse } from './inertText';

/** GitHub takes 65536 characters; bytes are never fewer than those. */
export const maxBodyBytes = 60_000;

export interface PullRequestBodyOptions {
  intentKey: string;
  baseCommit: string;
  operations: Operation[];
  edits: FileEdit[];
  findings: FindingDto[];
  requester: string;
  template?: { name: string; version: string };
}

/** Everything a reviewer wants to know, in Markdown; user text stays inert. */
export function pullRequestBody(options: PullRequestBodyOptions): string {
  const { operations, edits, findings, template } = options;
  const sections = [
    [
      'Purpose',
      [
        `Asked for by ${inertCode(options.requester, 253)} through the portal${
          template
            ? `, with template ${inertCode(template.name, 253)} version ${inertCode(template.version, 63)}`
            : ''
        }.`,
      ],
    ],
    ['Inputs', table(['Operation', 'Field', 'Value'], inputRows(operations))],
    [
      'Files',
      table(
        ['Change', 'Path'],
        edits.map(edit => [edit.kind, inertCode(edit.path)]),
      ),
    ],
    ['Findings', findingLines(findings)],
    [
      'Roll back',
      [
        'Revert the merge commit of this pull request. The GitOps engine then removes what the added files declare; look at volumes and stored secrets before, as they may hold data.',
      ],
    ],
  ] as const;
  const markers = `<!--\n${formatMarkers(options)}\n-->\n`;
  return `${fit(sections, maxBodyBytes - Buffer.byteLength(markers))}${markers}`;
}

function inputRows(operations: Operation[]): string[][] {
  return operations.flatMap(operation =>
    Object.entries(operation)
      .filter(([field, value]) => field !== 'type' && value !== undefined)
      .map(([field, value]) => [
        inertCode(operation.type),
        inertCode(field),
        inertCode(typeof value === 'string' ? value : JSON.stringify(value)),
      ]),
  );
}

function findingLines(findings: FindingDto[]): string[] {
  return findings.length === 0
    ? ['None.']
    : findings.map(
        ({ severity, code, message }) =>
          `- **${severity}** ${inertCode(code)} ${inertProse(message)}`,
      );
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Whole lines, as many as fit; the reader is told how many did not. */
function fit(
  sections: ReadonlyArray<readonly [string, readonly string[]]>,
  budget: number,
): string {
  let text = '';
  let left = budget - 100 * sections.length;
  for (const [title, lines] of sections) {
    const fitting: string[] = [];
    for (const line of lines) {
      left -= Buffer.byteLength(line) + 1;
      if (left < 0) {
        break;
      }
      fitting.push(line);
    }
    const missing = lines.length - fitting.length;
    text += `## ${title}\n\n${fitting.join('\n')}\n${
      missing > 0 ? `\n${missing} more lines are left out here.\n` : ''
    }\n`;
  }
  return text;
}
