import { useApi } from '@backstage/frontend-plugin-api';
import { useAsyncData } from '@internal/portal-ui';
import { platformFormApiRef } from '../api/PlatformFormApi';

/** The apps of the chosen platform; none while no platform is chosen. */
export function useApps(platform: string | undefined) {
  const formApi = useApi(platformFormApiRef);
  return useAsyncData({
    key: `apps ${platform}`,
    load: async signal =>
      platform ? formApi.listApps(platform, signal) : undefined,
  });
}
