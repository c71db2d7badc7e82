import { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ClusterCardsContext } from '../ClusterCardsContext';
import { PlatformsProvider } from '../PlatformsProvider';
import { PlatformPage } from './PlatformPage';
import { PlatformsPage } from './PlatformsPage';

/** All platforms, and below them each with its sub pages. */
export function PlatformsRouter(props: {
  clusterCards: readonly ReactElement[];
}) {
  return (
    <ClusterCardsContext.Provider value={props.clusterCards}>
      <PlatformsProvider>
        <Routes>
          <Route path="/" element={<PlatformsPage />} />
          <Route path="/:id/*" element={<PlatformPage />} />
        </Routes>
      </PlatformsProvider>
    </ClusterCardsContext.Provider>
  );
}
