import { parseAllDocuments } from 'yaml';
import { type Manifest, manifestSchema } from '../kubernetes/KubernetesObject';
import { RenderError } from './RenderError';

/** The objects of one YAML file; empty documents count for nothing. */
export function readManifests(path: string, text: string): Manifest[] {
  const documents = parseAllDocuments(text);
  return [...documents].flatMap(document => {
    if (document.errors.length > 0) {
      throw new RenderError(
        `Failed to unmarshal "${path}": ${document.errors[0]?.message}`,
      );
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) {
      return [];
    }
    const parsed = manifestSchema.safeParse(value);
    if (!parsed.success) {
      throw new RenderError(
        `Failed to unmarshal "${path}": Object 'Kind' is missing or the object has no name`,
      );
    }
    return [parsed.data];
  });
}
