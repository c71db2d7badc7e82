import { splitRegistry } from '../profile/splitRegistry';
import { isLiteral } from '../read/inspect/isLiteral';
import type { AppPlace } from './AppPlace';
import type { Choice } from './LearnedProfile';

/** Registries that images come from. */
export function learnImages(places: readonly AppPlace[]): Choice[] {
  const registries = places.flatMap(({ unit }) =>
    unit.images.filter(isLiteral).map(image => splitRegistry(image).registry),
  );
  return [...new Set(registries)]
    .map(name => ({
      name,
      count: registries.filter(other => other === name).length,
    }))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => ({
      key: 'images.registries',
      value: name,
      because: 'Images from this registry.',
      share: { count, of: registries.length },
    }));
}
