import { useApi } from '@backstage/frontend-plugin-api';
import { useAsyncData } from '@internal/portal-ui';
import { platformFormApiRef } from '../api/PlatformFormApi';

/** The platforms a form can ask on. */
export function usePlatforms() {
  const formApi = useApi(platformFormApiRef);
  return useAsyncData({
    key: 'platforms',
    load: signal => formApi.listPlatforms(signal),
  });
}
