import { alignColumns } from './alignColumns';
import { printable } from './printable';
import type { ReadOutput } from './readOutputSchema';
import { sections } from './sections';

/** Escape sequences of terminals. */
const styles = {
  plain: ['', ''],
  bold: ['\u001b[1m', '\u001b[22m'],
  error: ['\u001b[31m', '\u001b[39m'],
  warning: ['\u001b[33m', '\u001b[39m'],
  info: ['\u001b[36m', '\u001b[39m'],
} as const;

const severities = ['error', 'warning', 'info'] as const;

/** The output for people: one table per kind of thing, then the findings. */
export function formatTable(
  output: ReadOutput,
  options: { color: boolean },
): string {
  const paint = (style: keyof typeof styles, text: string) => {
    const [on, off] = styles[options.color ? style : 'plain'];
    return `${on}${text}${off}`;
  };
  const lines = [
    `${paint('bold', 'Commit')} ${output.commit}`,
    `${paint('bold', 'Clusters')} ${printable(output.clusters.join(', '))}`,
  ];
  for (const { title, header, rows } of sections(output)) {
    lines.push('', paint('bold', `${title} (${rows.length})`));
    if (rows.length === 0) continue;
    const [head, ...body] = alignColumns([header, ...rows]);
    lines.push(paint('bold', head), ...body);
  }
  const { findings } = output;
  const counts = severities.map(
    severity =>
      `${findings.filter(finding => finding.severity === severity).length} ${severity}`,
  );
  lines.push('', paint('bold', `Findings (${counts.join(', ')})`));
  for (const severity of severities) {
    for (const { code, message, fix, file, line } of findings.filter(
      finding => finding.severity === severity,
    )) {
      const at = file === undefined ? '' : ` ${file}:${line ?? 1}`;
      lines.push(
        `${paint(severity, severity)} ${code}${printable(at)}`,
        `  ${printable(message)}${fix === undefined ? '' : ` ${printable(fix)}`}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
