import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { applyEdits } from './applyEdits';
import { createSnapshot } from './createSnapshot';
import { gitBlobId } from './gitBlobId';

const commit = 'a'.repeat(40);

describe('snapshots', () => {
  it('names blobs as Git does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const expected = createHash('sha1')
          .update(`blob ${bytes.length}\0`)
          .update(bytes)
          .digest('hex');
        expect(gitBlobId(bytes)).toBe(expected);
      }),
    );
  });

  it('shows edits without changing what they were made on', () => {
    const before = createSnapshot({
      commit,
      files: {
        'a.yaml': 'a: 1\n',
        'b.yaml': 'b: 1\n',
        c: new Uint8Array([255]),
      },
    });
    const after = applyEdits(before, [
      { kind: 'change', path: 'a.yaml', before: 'a: 1\n', after: 'a: 2\n' },
      { kind: 'delete', path: 'b.yaml', before: 'b: 1\n' },
      { kind: 'create', path: 'd/e.yaml', after: '\uFEFFe: é\r\n' },
    ]);
    expect([...after.files.keys()].sort()).toEqual(['a.yaml', 'c', 'd/e.yaml']);
    expect(after.readText('a.yaml')).toBe('a: 2\n');
    expect(after.readText('b.yaml')).toBeUndefined();
    expect(after.readText('c')).toBeUndefined();
    expect(after.readText('d/e.yaml')).toBe('\uFEFFe: é\r\n');
    expect(after.files.get('d/e.yaml')).toMatchObject({
      size: 10,
      mode: 'file',
    });
    expect(before.readText('b.yaml')).toBe('b: 1\n');
    expect(before.files.has('d/e.yaml')).toBe(false);
  });

  it('reads no text above the limit', () => {
    const large = 'x'.repeat(1024 * 1024 + 1);
    const snapshot = createSnapshot({ commit, files: { large } });
    expect(snapshot.readText('large')).toBeUndefined();
    expect(snapshot.files.get('large')?.size).toBe(large.length);
  });
});
