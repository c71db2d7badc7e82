/** What Terraform calls an app's own path of Vault: `notes_database` for `atlas/notes/database`. */
export function vaultResource(app: string, key: string): string {
  const segments = key.split('/').filter(segment => segment !== '');
  const own = segments.lastIndexOf(app);
  const rest = own === -1 ? segments.slice(-1) : segments.slice(own + 1);
  return toName([app, ...rest]);
}

/** The variable that holds a field of it: `notes_database_url`. */
export function vaultVariable(
  app: string,
  key: string,
  property: string,
): string {
  const short = property.startsWith(`${app}-`)
    ? property.slice(app.length + 1)
    : property;
  return toName([vaultResource(app, key), short]);
}

function toName(parts: readonly string[]): string {
  return parts
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_');
}
