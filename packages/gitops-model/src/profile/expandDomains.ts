/** A text with domains in the place of the variables that stand for them; `${NAME}` of any other stays. */
export function expandDomains(
  text: string,
  variables: Readonly<Record<string, string>> = {},
): string {
  return text.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? variables[name] : whole,
  );
}
