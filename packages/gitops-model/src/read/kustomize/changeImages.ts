import { isRecord } from '../isRecord';
import type { ImageChange } from './kustomizationSchema';
import type { Resource } from './Resource';
import { withEntry } from './tree';

/** `images`, on the containers of an object at any depth. */
export function changeImages(
  resource: Resource,
  changes: readonly ImageChange[],
): void {
  if (changes.length === 0) return;
  if (resource.id.kind === 'CustomResourceDefinition') return;
  resource.change(visit(resource.value, changes));
}

function visit(value: unknown, changes: readonly ImageChange[]): unknown {
  if (Array.isArray(value)) {
    return sameOr(
      value,
      value.map(item => visit(item, changes)),
    );
  }
  if (!isRecord(value)) return value;
  return Object.entries(value).reduce((tree, [key, child]) => {
    const visited = visit(child, changes);
    const changed =
      (key === 'containers' || key === 'initContainers') &&
      Array.isArray(visited)
        ? sameOr(
            visited,
            visited.map(container => changeContainer(container, changes)),
          )
        : visited;
    return changed === child ? tree : withEntry(tree, key, changed);
  }, value);
}

function changeContainer(
  container: unknown,
  changes: readonly ImageChange[],
): unknown {
  if (!isRecord(container) || typeof container.image !== 'string') {
    return container;
  }
  const image = changeImage(container.image, changes);
  return image === container.image
    ? container
    : withEntry(container, 'image', image);
}

function sameOr(list: unknown[], changed: unknown[]): unknown[] {
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

/** The image after a kustomization's `images`. */
export function changeImage(
  image: string,
  changes: readonly ImageChange[],
): string {
  return changes.reduce((current, change) => {
    const [, name, rest] = /^(.*?)((?::[^:/@]+)?(?:@.+)?)$/.exec(current) ?? [];
    if (name !== change.name) return current;
    const newName = change.newName || name;
    if (change.digest) return `${newName}@${change.digest}`;
    return `${newName}${change.newTag ? `:${change.newTag}` : rest}`;
  }, image);
}
