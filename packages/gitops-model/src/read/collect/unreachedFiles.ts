/** YAML and JSON files that are in none of the lists, in their order. */
export function unreachedFiles(
  paths: readonly string[],
  reached: readonly (readonly string[])[],
): string[] {
  const all = new Set<string>();
  for (const list of reached) for (const path of list) all.add(path);
  return paths.filter(path => !all.has(path) && /\.(ya?ml|json)$/.test(path));
}
