import { claimName } from '../blocks/persistentVolumeClaim';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import type { CheckContext } from './CheckContext';
import { checkQuantity } from './checkResources';
import { hasEmptyOrDotSegment } from './checkRoutePath';
import { parseQuantity } from './parseQuantity';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

type Volume = OperationOf<'create-app'>['storage'][number];

const nameShape = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const pathShape = /^(\/[A-Za-z0-9._-]+)+$/;
/** Mounting over these takes the container's own files away. */
const systemPaths = ['/bin', '/etc', '/lib', '/sbin', '/tmp', '/usr', '/var'];
/** Everything below belongs to the kernel or the runtime. */
const kernelPaths = ['/dev', '/proc', '/sys', '/run', '/var/run'];

/** Volumes of a new app. */
export function checkStorage(
  volumes: readonly Volume[],
  app: string,
  context: Pick<CheckContext, 'profile'>,
): Finding[] {
  return volumes.flatMap((volume, at) => {
    const before = volumes.slice(0, at);
    const field = (name: keyof Volume) => `storage.${at}.${name}`;
    return [
      ...checkVolumeName(volume.name, app, before, field('name')),
      ...checkMountPath(volume.mountPath, before, field('mountPath')),
      ...checkSize(volume, context, at),
    ];
  });
}

function checkVolumeName(
  name: string,
  app: string,
  before: readonly Volume[],
  field: string,
): Finding[] {
  const isFree = !before.some(volume => volume.name === name);
  if (nameShape.test(name) && claimName(app, name).length <= 63 && isFree) {
    return [];
  }
  return [
    refusal('volume-invalid', {
      message: isFree
        ? `${quoteValue(name)} cannot name a volume of this app.`
        : `There are two volumes named ${name}.`,
      fix: 'Choose a short name of a-z, 0-9 and “-”, such as “data”.',
      field,
    }),
  ];
}

function checkMountPath(
  path: string,
  before: readonly Volume[],
  field: string,
): Finding[] {
  const isFree = !before.some(({ mountPath }) => mountPath === path);
  const isReserved =
    systemPaths.includes(path) ||
    kernelPaths.some(kernel => `${path}/`.startsWith(`${kernel}/`));
  if (
    pathShape.test(path) &&
    !hasEmptyOrDotSegment(path) &&
    isFree &&
    !isReserved
  ) {
    return [];
  }
  return [
    refusal('volume-invalid', {
      message: isFree
        ? `A volume cannot be mounted at ${quoteValue(path)}.`
        : `Two volumes are mounted at ${path}.`,
      fix: 'Give an absolute path of its own that the app writes to, such as “/data”.',
      field,
    }),
  ];
}

function checkSize(
  { purpose, size }: Volume,
  { profile }: Pick<CheckContext, 'profile'>,
  at: number,
): Finding[] {
  if (!Object.hasOwn(profile.storage, purpose)) {
    return [
      refusal('storage-purpose-unknown', {
        message: `This platform has no ${quoteValue(purpose)} storage.`,
        fix: `Choose one of ${Object.keys(profile.storage).join(', ')}.`,
        field: `storage.${at}.purpose`,
      }),
    ];
  }
  const wrong = checkQuantity(size, `storage.${at}.size`, 'storage');
  const { maxSize } = profile.storage[purpose];
  const tooLarge = (parseQuantity(size) ?? 0) > (parseQuantity(maxSize) ?? 0);
  return wrong.length === 0 && tooLarge
    ? [
        refusal('quantity-too-large', {
          message: `${size} is more than the ${maxSize} a ${purpose} volume may have.`,
          fix: `Ask for at most ${maxSize}, or talk to the platform team.`,
          field: `storage.${at}.size`,
        }),
      ]
    : wrong;
}
