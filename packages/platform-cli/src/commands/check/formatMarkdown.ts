import type { Finding } from '@internal/gitops-model';
import { printable } from '../../printable';
import { severities } from '../formatFindings';
import type { CheckOutput } from './CheckOutput';

/** By which a job finds the comment it wrote before. */
const marker = '<!-- platform-check -->';
/** Forges take comments of 65,536 characters. */
const maxCharacters = 60_000;

const titles = { error: 'Errors', warning: 'Warnings', info: 'Notes' } as const;

/** The findings as a comment; whatever stands in the repository is shown and does nothing. */
export function formatMarkdown({
  commit,
  base,
  findings,
}: CheckOutput): string {
  const since = base === undefined ? '' : ` against \`${base.slice(0, 12)}\``;
  const lines = [
    marker,
    '### Platform check',
    '',
    `\`${commit.slice(0, 12)}\`${since}: ${findings.length === 0 ? 'nothing to say.' : countsOf(findings)}`,
  ];
  let room = maxCharacters - lines.join('\n').length;
  let left = findings.length;
  for (const severity of severities) {
    const some = findings.filter(finding => finding.severity === severity);
    if (some.length > 0) lines.push('', `#### ${titles[severity]}`, '');
    for (const item of some.map(itemOf)) {
      if (item.length + 1 > room) {
        lines.push('', `…and ${left} more, which the job’s log shows.`);
        return `${lines.join('\n')}\n`;
      }
      room -= item.length + 1;
      left -= 1;
      lines.push(item);
    }
  }
  return `${lines.join('\n')}\n`;
}

function countsOf(findings: readonly Finding[]): string {
  return severities
    .map(
      severity =>
        `${findings.filter(finding => finding.severity === severity).length} ${severity}`,
    )
    .join(', ');
}

function itemOf({ code, file, line, message, fix }: Finding): string {
  const at =
    file === undefined ? '' : ` at ${codeSpan(`${file}:${line ?? 1}`)}`;
  const how = fix === undefined ? '' : `  \n  ${codeSpan(fix)}`;
  return `- **${code}**${at}  \n  ${codeSpan(message)}${how}`;
}

/** Text as a code span, in which nothing mentions, links, closes or opens a tag. */
function codeSpan(text: string): string {
  const line = printable(text);
  const longest = Math.max(
    0,
    ...(line.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  return longest === 0
    ? `${fence}${line}${fence}`
    : `${fence} ${line} ${fence}`;
}
