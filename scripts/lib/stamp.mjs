import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, state } from './paths.mjs';

const ignored = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

async function filesBelow(entry) {
  const full = path.join(root, entry);
  const found = await readdir(full, { withFileTypes: true }).catch(error => {
    if (error.code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  });
  if (!found) {
    return [entry];
  }
  const nested = await Promise.all(
    found
      .filter(item => !ignored.has(item.name))
      .map(item => filesBelow(path.join(entry, item.name))),
  );
  return nested.flat();
}

/** Hash over names and bytes of files and folders, relative to the root. */
export async function hashOf(entries) {
  const files = (await Promise.all(entries.map(filesBelow))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file).update('\0');
    hash.update(await readFile(path.join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

/** Does `work` unless it was done before for the same hash, or when forced. */
export async function oncePer(name, hash, work, { force = false } = {}) {
  const file = path.join(state, `${name}.sha256`);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === hash && !force) {
    return;
  }
  await work();
  await mkdir(state, { recursive: true });
  await writeFile(file, hash);
}
