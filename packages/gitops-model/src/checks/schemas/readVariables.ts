type Manifest = Record<string, unknown>;

const variable = /\$\{[A-Za-z_][A-Za-z0-9_]*\}/g;
const onlyVariable = new RegExp(`^${variable.source}$`);

/**
 * A manifest as Flux may read it: with a text for each of its variables, and
 * with a number where a variable is all there is. One without is itself.
 */
export function readVariables(manifest: Manifest): Manifest[] {
  if (!JSON.stringify(manifest).includes('${')) return [manifest];
  return [
    fill(manifest, text => text.replace(variable, 'variable')),
    fill(manifest, text =>
      onlyVariable.test(text) ? 1 : text.replace(variable, 'variable'),
    ),
  ];
}

function fill(
  manifest: Manifest,
  read: (text: string) => string | number,
): Manifest {
  return JSON.parse(
    JSON.stringify(manifest, (_key, value: unknown) =>
      typeof value === 'string' ? read(value) : value,
    ),
  );
}
