import type { ClusterState } from '@internal/plugin-talos-nodes-common';
import type { TalosAccess } from '../talos/config/TalosAccess';

const SOON_MILLISECONDS = 14 * 24 * 60 * 60 * 1000;
/** Talos renews the certificates it mounts, which live for hours only. */
const SHORT_LIVED_MILLISECONDS = 24 * 60 * 60 * 1000;
const ENOUGH = new Set(['os:reader']);

/** The client certificate, with a warning where it may too much or expires soon. */
export function describeCertificate(
  { expiresAt, validFrom, roles }: TalosAccess,
  now: Date,
): NonNullable<ClusterState['certificate']> {
  const more = roles.filter(role => !ENOUGH.has(role));
  const left = expiresAt.getTime() - now.getTime();
  const life = expiresAt.getTime() - validFrom.getTime();
  const expiresSoon =
    left < SOON_MILLISECONDS && life > SHORT_LIVED_MILLISECONDS;
  const warnings = [
    more.length > 0 &&
      `It has the role ${more.join(', ')}, though the portal needs os:reader only; give it a certificate of that role.`,
    roles.length === 0 && 'It has no role, so Talos lets it read nothing.',
    expiresSoon &&
      (left > 0
        ? `It expires on ${expiresAt.toISOString().slice(0, 10)}; renew it before.`
        : 'It has expired; renew it.'),
  ].filter(warning => warning !== false);
  return {
    expiresAt: expiresAt.toISOString(),
    roles,
    warning: warnings.length > 0 ? warnings.join(' ') : undefined,
  };
}
