import type { Finding } from '../finding/Finding';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const shape = /^\/[A-Za-z0-9._~!$&'()+,;=:@/-]*$/;

/** A path prefix of a route. */
export function checkRoutePath(path: string): Finding[] {
  if (shape.test(path) && !hasEmptyOrDotSegment(path)) return [];
  return [
    refusal('path-invalid', {
      message: `${quoteValue(path)} is no path prefix: it starts with “/” and holds no “..”, “//”, “*”, “%”, “?”, “#” or blank.`,
      fix: 'Write a path such as “/” or “/api”.',
      field: 'path',
    }),
  ];
}

/** Whether a path has a segment that servers resolve differently. */
export function hasEmptyOrDotSegment(path: string): boolean {
  const segments = path.slice(1).split('/');
  return segments.some(
    (segment, at) =>
      segment === '.' ||
      segment === '..' ||
      (segment === '' && at < segments.length - 1),
  );
}
