import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  FindingRow,
  HostRow,
  Page,
  PlatformOverview,
  SecretRow,
  UnitRow,
} from '@internal/plugin-platforms-common';

/** Narrows rows; what is absent does not narrow. */
export interface RowQuery {
  offset?: number;
  /** At most 500. */
  limit?: number;
  /** Words that must all occur in a row. */
  q?: string;
  cluster?: string;
  /** Of units only. */
  state?: string;
  /** Of findings only, as are `code` and `app`. */
  severity?: string;
  code?: string;
  app?: string;
}

/** Reads what the portal knows of platforms. Failures are `ResponseError`s. */
export interface PlatformsApi {
  listPlatforms(signal?: AbortSignal): Promise<PlatformOverview[]>;
  listUnits(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<UnitRow>>;
  listFindings(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<FindingRow>>;
  listHosts(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<HostRow>>;
  listSecrets(
    platform: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<Page<SecretRow>>;
}

export const platformsApiRef = createApiRef<PlatformsApi>().with({
  id: 'plugin.platforms.client',
  pluginId: 'platforms',
});
