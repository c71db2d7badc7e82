import { parseAllDocuments } from 'yaml';

/** Documents of an edited file that look like Kubernetes objects. */
export function readManifests(text: string): Record<string, unknown>[] {
  return [...parseAllDocuments(text)].flatMap(document => {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return isManifest(value) ? [value] : [];
  });
}

function isManifest(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function isYamlFile(path: string): boolean {
  return /\.ya?ml$/.test(path);
}
