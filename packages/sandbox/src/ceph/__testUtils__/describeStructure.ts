/** By path, such as `.osd_map.osds[].up`: which JSON types stand there. */
export type Structure = Map<string, Set<string>>;

/**
 * The structure of JSON values taken together. Where keys are names of things
 * that differ from cluster to cluster, `isName` says so, and all of them count as one.
 */
export function describeStructure(
  values: unknown[],
  isName: (path: string, key: string) => boolean,
): Structure {
  const structure: Structure = new Map();
  const visit = (value: unknown, path: string) => {
    const types = structure.get(path) ?? new Set();
    structure.set(path, types.add(toType(value)));
    if (Array.isArray(value)) {
      value.forEach(item => visit(item, `${path}[]`));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        visit(item, isName(path, key) ? `${path}.*` : `${path}.${key}`);
      }
    }
  };
  values.forEach(value => visit(value, ''));
  return structure;
}

/** What one has and the other has not, or has of another type. */
export function compareStructures(
  ours: Structure,
  theirs: Structure,
): { missing: string[]; invented: string[]; otherType: string[] } {
  const missing = [...theirs.keys()].filter(path => !ours.has(path));
  const invented = [...ours.keys()].filter(path => !theirs.has(path));
  const otherType = [...ours].flatMap(([path, types]) => {
    const known = theirs.get(path);
    return known && [...types].some(type => !known.has(type))
      ? [`${path}: ${[...types].join('|')} instead of ${[...known].join('|')}`]
      : [];
  });
  return { missing, invented, otherType };
}

function toType(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}
