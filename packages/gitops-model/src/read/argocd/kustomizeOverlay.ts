import { joinPath } from '../joinPath';
import type { ImageChange } from '../kustomize/kustomizationSchema';
import type { Overlay } from '../kustomize/Overlay';
import type { Reading } from '../Reading';
import type { ApplicationSource } from './Application';

/** What the `kustomize` mapping of a source puts on top of the directory it builds. */
export function kustomizeOverlay(
  reading: Reading,
  path: string,
  kustomize: NonNullable<ApplicationSource['kustomize']>,
): Overlay {
  const exists = (component: string) => {
    const directory = joinPath(path, component);
    return directory !== undefined && reading.isDirectory(directory);
  };
  return {
    components: kustomize.components.filter(
      component => !kustomize.ignoreMissingComponents || exists(component),
    ),
    namespace: kustomize.namespace || undefined,
    namePrefix: kustomize.namePrefix || undefined,
    nameSuffix: kustomize.nameSuffix || undefined,
    images: kustomize.images.map(imageChangeOf),
    patches: kustomize.patches,
  };
}

/** As `kustomize edit set image` takes it: `[name=]new[:tag][@digest]`. */
function imageChangeOf(written: string): ImageChange {
  const equals = written.indexOf('=');
  const image = written.slice(equals + 1);
  const [, newName, newTag, digest] =
    /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(image) ?? [];
  return {
    name: equals < 0 ? newName : written.slice(0, equals),
    newName: equals < 0 ? undefined : newName,
    newTag,
    digest,
  };
}
