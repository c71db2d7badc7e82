import { decodeText } from './decodeText';
import { gitBlobId } from './gitBlobId';
import type { RepositorySnapshot, SnapshotFile } from './RepositorySnapshot';

/** Files above this many bytes are listed, but not read. */
export const defaultMaxFileBytes = 1024 * 1024;

/** A snapshot of files in memory, all of them regular files. */
export function createSnapshot(options: {
  /** 40 hexadecimal digits. */
  commit: string;
  /** By path relative to the repository root. */
  files: Record<string, string | Uint8Array>;
}): RepositorySnapshot {
  const files = new Map<string, SnapshotFile>();
  const texts = new Map<string, string>();
  for (const [path, content] of Object.entries(options.files)) {
    const bytes =
      typeof content === 'string' ? new TextEncoder().encode(content) : content;
    files.set(path, {
      oid: gitBlobId(bytes),
      size: bytes.length,
      mode: 'file',
    });
    const text = decodeText(bytes);
    if (text !== undefined && bytes.length <= defaultMaxFileBytes) {
      texts.set(path, text);
    }
  }
  return {
    commit: options.commit,
    files,
    readText: path => texts.get(path),
  };
}
