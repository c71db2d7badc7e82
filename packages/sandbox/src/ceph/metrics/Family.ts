/** All series of one name. */
export interface Family {
  name: string;
  type: 'gauge' | 'counter' | 'untyped';
  help: string;
  series: Series[];
}

export interface Series {
  labels?: Record<string, string>;
  value: number;
}

/** A family as the manager writes them: its name begins with `ceph_`. */
export function toFamily(
  name: string,
  type: Family['type'],
  help: string,
  series: Series[] | number,
): Family {
  return {
    name: `ceph_${name}`,
    type,
    help,
    series: typeof series === 'number' ? [{ value: series }] : series,
  };
}

/** In Prometheus' text format, with floats as Python writes them. */
export function formatFamilies(families: Family[]): string {
  return families
    .map(({ name, type, help, series }) =>
      [
        '',
        `# HELP ${name} ${help}`,
        `# TYPE ${name} ${type}`,
        ...series.map(
          ({ labels, value }) =>
            `${name}${formatLabels(labels)} ${formatNumber(value)}`,
        ),
      ].join('\n'),
    )
    .join('')
    .concat('\n');
}

function formatLabels(labels: Record<string, string> | undefined): string {
  return labels === undefined
    ? ''
    : `{${Object.entries(labels)
        .map(([name, value]) => `${name}="${value}"`)
        .join(',')}}`;
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
