/**
 * Whether Git takes the name for a branch (git-check-ref-format, and what
 * `git branch` refuses besides).
 */
export function isBranchName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 250 &&
    name !== 'HEAD' &&
    name !== '@' &&
    !name.startsWith('-') &&
    !name.startsWith('/') &&
    !name.endsWith('/') &&
    !name.endsWith('.') &&
    !name.includes('..') &&
    !name.includes('//') &&
    !name.includes('@{') &&
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u0020\u007f~^:?*[\\]/.test(name) &&
    name
      .split('/')
      .every(part => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}

/** Whether Git takes the path into a tree: relative, no `.` or `..`, nothing called `.git`. */
export function isTreePath(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= 4096 &&
    !path.includes('\0') &&
    !path.includes('\\') &&
    path.split('/').every(isTreePathPart)
  );
}

function isTreePathPart(part: string): boolean {
  // Git also refuses what a file system takes for `.git`: other case, NTFS short name, ignorable code points.
  const plain = part.replace(
    /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g,
    '',
  );
  return (
    part !== '' &&
    part !== '.' &&
    part !== '..' &&
    !/^(\.git|git~1)[. ]*$/i.test(plain)
  );
}

/** Whether the text is a full object id. */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
