import { printable } from '../../printable';
import { formatFindings, paint } from '../formatFindings';
import { alignColumns } from './alignColumns';
import type { ReadOutput } from './readOutputSchema';
import { sections } from './sections';

/** The output for people: one table per kind of thing, then the findings. */
export function formatTable(
  output: ReadOutput,
  options: { color: boolean },
): string {
  const bold = (text: string) => paint('bold', text, options);
  const lines = [
    `${bold('Commit')} ${output.commit}`,
    `${bold('Clusters')} ${printable(output.clusters.join(', '))}`,
  ];
  for (const { title, header, rows } of sections(output)) {
    lines.push('', bold(`${title} (${rows.length})`));
    if (rows.length === 0) continue;
    const [head, ...body] = alignColumns([header, ...rows]);
    lines.push(bold(head), ...body);
  }
  lines.push('', ...formatFindings(output.findings, options));
  return `${lines.join('\n')}\n`;
}
