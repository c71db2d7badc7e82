import { Route, Routes } from 'react-router-dom';
import { PlatformsProvider } from '../PlatformsProvider';
import { PlatformPage } from './PlatformPage';
import { PlatformsPage } from './PlatformsPage';

/** All platforms, and below them each with its sub pages. */
export function PlatformsRouter() {
  return (
    <PlatformsProvider>
      <Routes>
        <Route path="/" element={<PlatformsPage />} />
        <Route path="/:id/*" element={<PlatformPage />} />
      </Routes>
    </PlatformsProvider>
  );
}
