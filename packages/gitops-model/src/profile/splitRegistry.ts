/** As container runtimes read an image: what names no registry is of Docker Hub, and what names no owner there is official. */
export function splitRegistry(image: string): {
  registry: string;
  name: string;
} {
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
