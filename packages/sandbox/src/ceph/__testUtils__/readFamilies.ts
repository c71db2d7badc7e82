/** Type and names of the labels of each family in Prometheus' text format. */
export function readFamilies(
  text: string,
): Map<string, { type: string; labels?: string[] }> {
  const families = new Map<string, { type: string; labels?: string[] }>();
  for (const line of text.split('\n')) {
    const [, declared, type] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    const [, name, labels] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (declared && type) {
      families.set(declared, { type });
    } else if (name) {
      const known = families.get(name);
      if (!known) {
        throw new Error(`${name} has a value and no type.`);
      }
      known.labels = [...(labels ?? '').matchAll(/(\w+)="/g)].map(
        ([, label = '']) => label,
      );
    }
  }
  return families;
}
