import type { Finding } from '@internal/gitops-model';
import { printable } from '../printable';

/** Escape sequences of terminals. */
const styles = {
  plain: ['', ''],
  bold: ['\u001b[1m', '\u001b[22m'],
  error: ['\u001b[31m', '\u001b[39m'],
  warning: ['\u001b[33m', '\u001b[39m'],
  info: ['\u001b[36m', '\u001b[39m'],
  added: ['\u001b[32m', '\u001b[39m'],
  removed: ['\u001b[31m', '\u001b[39m'],
} as const;

export const severities = ['error', 'warning', 'info'] as const;

/** Text in one of the styles, where the terminal knows them. */
export function paint(
  style: keyof typeof styles,
  text: string,
  { color }: { color: boolean },
): string {
  const [on, off] = styles[color ? style : 'plain'];
  return `${on}${text}${off}`;
}

/** Findings for people, errors first, under a line that counts them. */
export function formatFindings(
  findings: readonly Finding[],
  options: { color: boolean },
): string[] {
  const counts = severities.map(
    severity =>
      `${findings.filter(finding => finding.severity === severity).length} ${severity}`,
  );
  const lines = [paint('bold', `Findings (${counts.join(', ')})`, options)];
  for (const severity of severities) {
    for (const { code, message, fix, file, line } of findings.filter(
      finding => finding.severity === severity,
    )) {
      const at = file === undefined ? '' : ` ${file}:${line ?? 1}`;
      lines.push(
        `${paint(severity, severity, options)} ${code}${printable(at)}`,
        `  ${printable(message)}${fix === undefined ? '' : ` ${printable(fix)}`}`,
      );
    }
  }
  return lines;
}
