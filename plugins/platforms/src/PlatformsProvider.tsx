import { useApi } from '@backstage/frontend-plugin-api';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { AsyncResult, useAsyncData } from '@internal/portal-ui';
import { createContext, ReactNode, useContext } from 'react';
import { platformsApiRef } from './api/PlatformsApi';

const refreshMilliseconds = 5_000;

const PlatformsContext = createContext<
  AsyncResult<PlatformOverview[]> | undefined
>(undefined);

/** Reads all platforms, again and again, for the pages inside. */
export function PlatformsProvider({ children }: { children: ReactNode }) {
  const api = useApi(platformsApiRef);
  const platforms = useAsyncData({
    key: 'platforms',
    load: signal => api.listPlatforms(signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <PlatformsContext.Provider value={platforms}>
      {children}
    </PlatformsContext.Provider>
  );
}

/** All platforms, always as they are now. */
export function usePlatforms(): AsyncResult<PlatformOverview[]> {
  const platforms = useContext(PlatformsContext);
  if (!platforms) {
    throw new Error('usePlatforms needs a PlatformsProvider around it.');
  }
  return platforms;
}
