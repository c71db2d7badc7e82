import type { WritableProfile } from './Profile';
import { splitRegistry } from './splitRegistry';

/** An image as manifests name it: of the proxy project, where no admission puts that in its place. */
export function writtenImage(
  image: string,
  { images }: Pick<WritableProfile, 'images'>,
): string {
  const { rewrite, registries, ownRegistry } = images;
  if (rewrite !== 'manifest' || ownRegistry === undefined) return image;
  const { registry, name } = splitRegistry(image);
  return Object.hasOwn(registries, registry)
    ? `${ownRegistry}/${registries[registry]}/${name}`
    : image;
}
