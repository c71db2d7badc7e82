import { InputError } from '@backstage/errors';
import type { TemplateInfo } from '@backstage/plugin-scaffolder-common';

/** Annotation of a template: its version, part of what a change request is. */
export const templateVersionAnnotation = 'portal.internal/template-version';

/**
 * Name and version of the running template, from its own metadata, so that
 * nothing a user types can change them. `undefined` outside a template.
 *
 * @throws InputError where the template does not say its version
 */
export function readTemplateVersion(
  templateInfo: TemplateInfo | undefined,
): { name: string; version: string } | undefined {
  const metadata = templateInfo?.entity?.metadata;
  if (!metadata) {
    return undefined;
  }
  const version = metadata.annotations?.[templateVersionAnnotation];
  if (!version) {
    throw new InputError(
      `Template ${metadata.name} does not say its version; set the annotation ${templateVersionAnnotation}.`,
    );
  }
  return { name: metadata.name, version };
}
