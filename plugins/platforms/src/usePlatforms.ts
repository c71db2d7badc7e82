import { useApi } from '@backstage/frontend-plugin-api';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { AsyncResult, useAsyncData } from '@internal/portal-ui';
import { platformsApiRef } from './api/PlatformsApi';

const refreshMilliseconds = 5_000;

/** All platforms, always as they are now. */
export function usePlatforms(): AsyncResult<PlatformOverview[]> {
  const api = useApi(platformsApiRef);
  return useAsyncData({
    key: 'platforms',
    load: signal => api.listPlatforms(signal),
    pollEvery: refreshMilliseconds,
  });
}
