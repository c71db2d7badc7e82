/**
 * Keeps only the fields named, as in `items.metadata.name,items.status.sync`;
 * with a leading `-` it keeps all but these. Lists are looked into.
 */
export function projectFields(value: unknown, fields: string): unknown {
  const isExclusion = fields.startsWith('-');
  const paths = fields
    .replace(/^-/, '')
    .split(',')
    .map(path => path.split('.'));
  return isExclusion ? drop(value, paths) : keep(value, paths);
}

function keep(value: unknown, paths: string[][]): unknown {
  if (paths.some(path => path.length === 0)) {
    return value;
  }
  return mapFields(value, paths, keep, () => undefined);
}

function drop(value: unknown, paths: string[][]): unknown {
  if (paths.some(path => path.length === 0)) {
    return undefined;
  }
  return mapFields(value, paths, drop, unnamed => unnamed);
}

function mapFields(
  value: unknown,
  paths: string[][],
  descend: (value: unknown, paths: string[][]) => unknown,
  otherwise: (value: unknown) => unknown,
): unknown {
  if (Array.isArray(value)) {
    return value.map(item => mapFields(item, paths, descend, otherwise));
  }
  if (typeof value !== 'object' || value === null) {
    return otherwise(value);
  }
  const entries = Object.entries(value).map(([key, child]) => {
    const below = paths
      .filter(path => path[0] === key)
      .map(path => path.slice(1));
    return [key, below.length > 0 ? descend(child, below) : otherwise(child)];
  });
  return Object.fromEntries(entries.filter(([, child]) => child !== undefined));
}
