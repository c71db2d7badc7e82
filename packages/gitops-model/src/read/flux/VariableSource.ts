/** The variables of one ConfigMap, or of `substitute`. */
export interface VariableSource {
  values: ReadonlyMap<string, string>;
  /** A key that Flux refuses as the name of a variable. */
  wrongName?: string;
}

/** Flux takes line breaks out of values. */
export function toVariableSource(
  data: Record<string, unknown>,
): VariableSource {
  const entries = Object.entries(data);
  return {
    values: new Map(
      entries.map(([name, value]) => [
        name,
        String(value).replaceAll('\n', ''),
      ]),
    ),
    wrongName: entries.find(
      ([name]) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name),
    )?.[0],
  };
}
