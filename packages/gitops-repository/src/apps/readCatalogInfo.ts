import type { RepositorySnapshot } from '@internal/gitops-model';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { CatalogInfo } from './CatalogInfo';

const maxCharacters = 64 * 1024;
const maxAliases = 100;

const text = z.string().min(1).max(1000);
const word = z.string().regex(/^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/);

/** Nothing but these is taken, so no annotation, relation or other kind. */
const componentSchema = z.object({
  kind: z.literal('Component'),
  metadata: z.object({
    name: z.string(),
    title: text.optional(),
    description: text.optional(),
    tags: z
      .array(z.string().regex(/^(?=.{1,63}$)[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/))
      .max(50)
      .optional(),
    links: z
      .array(
        z.object({
          url: z.url({ protocol: /^https?$/ }),
          title: text.optional(),
          icon: word.optional(),
          type: word.optional(),
        }),
      )
      .max(20)
      .optional(),
  }),
  spec: z
    .object({
      owner: text.optional(),
      system: text.optional(),
      lifecycle: word.optional(),
      type: word.optional(),
    })
    .prefault({}),
});

export type CatalogInfoReading =
  | { outcome: 'absent' }
  | { outcome: 'read'; info: CatalogInfo }
  | { outcome: 'malformed'; file: string; reason: string };

/** What `catalog-info.yaml` says of the app of this name, in the first of its directories that has one. */
export function readCatalogInfo(
  snapshot: RepositorySnapshot,
  app: { name: string; directories: readonly string[] },
): CatalogInfoReading {
  const file = app.directories
    .filter(directory => directory !== '')
    .map(directory => `${directory}/catalog-info.yaml`)
    .find(path => snapshot.files.has(path));
  if (file === undefined) return { outcome: 'absent' };
  const malformed = (reason: string) =>
    ({ outcome: 'malformed', file, reason }) as const;
  const content = snapshot.readText(file);
  if (content === undefined || content.length > maxCharacters) {
    return malformed('it is no text of a fitting size');
  }
  const parsed = parseDocuments(content);
  if (parsed === undefined) return malformed('it is no valid YAML');
  const components = parsed.filter(isComponent);
  if (components.length !== 1) {
    return malformed('it does not hold exactly one Component');
  }
  const component = componentSchema.safeParse(components[0]);
  if (!component.success) {
    const [issue] = component.error.issues;
    return malformed(`${issue.path.join('.')}: ${issue.message}`);
  }
  const { metadata, spec } = component.data;
  if (metadata.name !== app.name) {
    return malformed(`its Component is not named ${app.name}`);
  }
  const { name: _name, ...said } = metadata;
  return { outcome: 'read', info: { ...said, ...spec } };
}

function parseDocuments(content: string): unknown[] | undefined {
  try {
    const documents = parseAllDocuments(content, { logLevel: 'silent' });
    if (!Array.isArray(documents)) return [];
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.map(document =>
      document.toJS({ maxAliasCount: maxAliases }),
    );
  } catch {
    return undefined;
  }
}

function isComponent(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'Component'
  );
}
