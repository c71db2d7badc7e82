import { useApi } from '@backstage/frontend-plugin-api';
import { useAsyncData } from '@internal/portal-ui';
import { platformFormApiRef } from '../api/PlatformFormApi';

/** What Git has of an app; nothing while platform or app are not chosen. */
export function useAppDescription(
  platform: string | undefined,
  app: string | undefined,
) {
  const formApi = useApi(platformFormApiRef);
  return useAsyncData({
    key: `app ${platform} ${app}`,
    load: async signal =>
      platform && app ? formApi.describeApp(platform, app, signal) : undefined,
  });
}
