import type { FormPlatform } from './FormPlatform';
import { usePlatforms } from './usePlatforms';

/** The platform chosen in the form; `undefined` while it is not known. */
export function useChosenPlatform(id?: string): FormPlatform | undefined {
  const platforms = usePlatforms();
  return platforms.status === 'ready'
    ? platforms.data.find(platform => platform.id === id)
    : undefined;
}
