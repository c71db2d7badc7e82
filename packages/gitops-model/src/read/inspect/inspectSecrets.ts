import type { Finding } from '../../finding/Finding';
import type { Inspection } from './Inspection';

/** Plain Secrets, whose values were never kept, and files that SOPS encrypted, which are not opened. */
export const inspectSecrets: Inspection = ({ wired }) =>
  wired.flatMap(({ unit, manifests }) =>
    manifests.flatMap(({ group, kind, name, value, source }): Finding[] => {
      const place = { cluster: unit.cluster, app: unit.app, ...source };
      if ('sops' in value) {
        return [
          {
            code: 'encrypted',
            severity: 'info',
            message: `The ${kind} ${name} is encrypted; the portal does not open it.`,
            ...place,
          },
        ];
      }
      if (group !== '' || kind !== 'Secret') return [];
      return [
        {
          code: 'plain-secret',
          severity: 'warning',
          message: `The Secret ${name} lies in Git as plain text.`,
          fix: 'Keep its values in the secret store, refer to them by an ExternalSecret, and change them.',
          ...place,
        },
      ];
    }),
  );
