import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';

/** Names every plain Secret; its values were never kept. */
export function reportPlainSecrets(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): void {
  for (const { group, kind, name, value, source } of manifests) {
    if (group !== '' || kind !== 'Secret' || 'sops' in value) continue;
    reading.report(
      {
        code: 'plain-secret',
        severity: 'warning',
        message: `The Secret ${name} lies in Git as plain text.`,
        fix: 'Keep its values in the secret store, refer to them by an ExternalSecret, and change them.',
        cluster: unit.cluster,
        app: unit.app,
      },
      source,
    );
  }
}
