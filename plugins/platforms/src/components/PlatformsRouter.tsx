import { Route, Routes } from 'react-router-dom';
import { usePlatforms } from '../usePlatforms';
import { PlatformPage } from './PlatformPage';
import { PlatformsPage } from './PlatformsPage';

/** All platforms, and below them each with its sub pages. */
export function PlatformsRouter() {
  const platforms = usePlatforms();
  return (
    <Routes>
      <Route path="/" element={<PlatformsPage platforms={platforms} />} />
      <Route path="/:id/*" element={<PlatformPage platforms={platforms} />} />
    </Routes>
  );
}
