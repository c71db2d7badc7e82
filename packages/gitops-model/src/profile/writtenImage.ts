import type { WritableProfile } from './Profile';

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

/** As container runtimes read it: what names no registry is of Docker Hub, and what names no owner there is official. */
function splitRegistry(image: string): { registry: string; name: string } {
  const [first, ...rest] = image.split('/');
  const isHost =
    rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = isHost ? first : 'docker.io';
  const name = isHost ? rest.join('/') : image;
  return {
    registry,
    name:
      registry === 'docker.io' && !name.includes('/')
        ? `library/${name}`
        : name,
  };
}
