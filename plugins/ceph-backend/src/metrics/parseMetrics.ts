/** One line of Prometheus' text format. */
export interface Metric {
  labels: Readonly<Record<string, string>>;
  value: number;
}

const LINE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+([-+]?(?:Inf|NaN|[0-9.eE+-]+))(?:\s+-?\d+)?$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"(?:,\s*|$)/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\"': '"',
  '\\\\': '\\',
};

/**
 * Prometheus' text format by name of the metric. Comments, and lines that do
 * not fit the format, are left out.
 */
export function parseMetrics(text: string): Map<string, Metric[]> {
  const metrics = new Map<string, Metric[]>();
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const [, name, labels = '', value] = LINE.exec(line.trim()) ?? [];
    if (!name) continue;
    const found = metrics.get(name) ?? [];
    found.push({
      labels: Object.fromEntries(
        [...labels.matchAll(LABEL)].map(([, label, quoted]) => [
          label,
          quoted.replace(/\\["n\\]/g, escaped => ESCAPED[escaped]),
        ]),
      ),
      value: Number(value.replace(/Inf$/, 'Infinity')),
    });
    metrics.set(name, found);
  }
  return metrics;
}
