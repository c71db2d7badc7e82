/**
 * Puts names into the placeholders of a profile's text: `k8s/{app}` with
 * `{ app: 'notes' }` is `k8s/notes`. Unknown placeholders stay.
 */
export function expandNames(
  text: string,
  names: Readonly<Record<string, string>>,
): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) =>
    Object.hasOwn(names, key) ? names[key] : whole,
  );
}
