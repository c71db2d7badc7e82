import { posix } from 'node:path';

/** A path in the repository without `./`, doubled and trailing slashes; `.` is the repository itself. */
export function normalizePath(path: string): string {
  const normal = posix.normalize(path).replace(/^\/+|\/+$/g, '');
  return normal === '' ? '.' : normal;
}

/** Whether a file lies in a directory or below it. */
export function isBelow(file: string, directory: string): boolean {
  return directory === '.' || file.startsWith(`${directory}/`);
}
