import type { ForgeKind } from '../forge/ForgeKind';

/** The entry under `integrations:` of a forge that answers at the origin. */
export function forgeIntegrations(
  kind: ForgeKind,
  { origin, token }: { origin: string; token: string },
) {
  const { host } = new URL(origin);
  switch (kind) {
    case 'github':
      return { github: [{ host, apiBaseUrl: `${origin}/api/v3`, token }] };
    case 'gitlab':
      return {
        gitlab: [
          { host, apiBaseUrl: `${origin}/api/v4`, baseUrl: origin, token },
        ],
      };
    default:
      return { gitea: [{ host, baseUrl: origin, password: token }] };
  }
}
