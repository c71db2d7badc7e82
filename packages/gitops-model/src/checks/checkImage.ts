import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const shape = new RegExp(
  `^(?:(?<registry>(?:[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+(?::\\d{1,5})?|localhost(?::\\d{1,5})?|[a-zA-Z0-9-]+:\\d{1,5}))/)?` +
    `(?<name>${component}(?:/${component})*)` +
    `(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?$`,
);

/** An image reference as the container runtime understands it. */
export function checkImage(
  image: string,
  { profile }: Pick<CheckContext, 'profile'>,
): Finding[] {
  // The length comes first: the expression is not for texts of megabytes.
  const groups = image.length <= 512 ? shape.exec(image)?.groups : undefined;
  if (!groups) {
    return [
      refusal('image-invalid', {
        message: `${quoteValue(image)} is no image reference.`,
        fix: 'Write registry, name and tag, such as “ghcr.io/my-team/my-app:1.4.2”.',
        field: 'image',
      }),
    ];
  }
  const { registry = 'docker.io', tag, digest } = groups;
  const findings: Finding[] = [];
  if (digest === undefined && (tag === undefined || tag === 'latest')) {
    findings.push(
      refusal('image-untagged', {
        message: tag
          ? 'The tag latest names another image tomorrow.'
          : 'The image has neither tag nor digest.',
        fix: 'Name the version: a tag such as “:1.4.2”, or a digest.',
        field: 'image',
      }),
    );
  }
  const { rewrite, registries, ownRegistry } = profile.images;
  const isProxied =
    registry === ownRegistry || Object.hasOwn(registries, registry);
  if (rewrite !== 'none' && !isProxied) {
    findings.push(
      refusal('image-registry-unproxied', {
        message: `The registry ${quoteValue(registry)} has no proxy project, so the cluster cannot pull from it.`,
        fix: `Use an image from ${[...Object.keys(registries), ...(ownRegistry === undefined ? [] : [ownRegistry])].join(', ')}, or ask the platform team for a proxy project.`,
        field: 'image',
      }),
    );
  }
  return findings;
}
