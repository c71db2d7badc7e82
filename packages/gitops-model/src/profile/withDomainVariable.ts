/** A host as files write it that have a variable for its domain. */
export function withDomainVariable(
  host: string,
  variables: Readonly<Record<string, string>> = {},
): string {
  const found = Object.entries(variables).find(([, domain]) =>
    host.endsWith(`.${domain}`),
  );
  if (!found) return host;
  const [name, domain] = found;
  return `${host.slice(0, -domain.length)}\${${name}}`;
}
