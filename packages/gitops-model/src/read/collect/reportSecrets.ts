import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';

/** Says of plain Secrets, whose values were never kept, and of files that SOPS encrypted, which are not opened. */
export function reportSecrets(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): void {
  const { cluster, app } = unit;
  for (const { group, kind, name, value, source } of manifests) {
    if ('sops' in value) {
      reading.report(
        {
          code: 'encrypted',
          severity: 'info',
          message: `The ${kind} ${name} is encrypted; the portal does not open it.`,
          cluster,
          app,
        },
        source,
      );
    } else if (group === '' && kind === 'Secret') {
      reading.report(
        {
          code: 'plain-secret',
          severity: 'warning',
          message: `The Secret ${name} lies in Git as plain text.`,
          fix: 'Keep its values in the secret store, refer to them by an ExternalSecret, and change them.',
          cluster,
          app,
        },
        source,
      );
    }
  }
}
