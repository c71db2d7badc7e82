import fc from 'fast-check';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { fuzzDirectories, readFuzzSubject } from './__testUtils__/fuzzSubjects';
import { editFiles } from './__testUtils__/editFiles';
import { mutateFiles } from './__testUtils__/mutateFiles';
import { readRepository } from './readRepository';
import { RepositoryReader } from './RepositoryReader';

type Files = Parameters<typeof editFiles>[0];

/** One commit after another, or one that was there before. */
const commit = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.nat().map(seed => ({ kind: 'edit' as const, seed })),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map(seed => ({ kind: 'accident' as const, seed })),
  },
  fc.constant({ kind: 'back' as const }),
);

function snapshotOf(files: Files, index: number): RepositorySnapshot {
  return createSnapshot({
    commit: index.toString(16).padStart(40, '0'),
    files: Object.fromEntries(files),
  });
}

jest.setTimeout(300_000);

describe.each(Object.keys(fuzzDirectories))('%s', name => {
  const { files: original, profile } = readFuzzSubject(name);
  const isSandbox = name.startsWith('sandbox');

  it('is read after any changes as it is read anew', () => {
    fc.assert(
      fc.property(
        fc.array(commit, { minLength: 1, maxLength: isSandbox ? 8 : 5 }),
        commits => {
          const reader = RepositoryReader.create(profile);
          const history: Files[] = [original];
          reader.read(snapshotOf(original, 0));
          for (const change of commits) {
            const files = history[history.length - 1];
            if (change.kind === 'edit') {
              history.push(editFiles(files, change.seed));
            } else if (change.kind === 'accident') {
              history.push(mutateFiles(files, change.seed).files);
            } else {
              history.push(history[Math.max(0, history.length - 2)]);
            }
            const now = history[history.length - 1];
            const snapshot = snapshotOf(now, history.length);
            expect(reader.read(snapshot)).toStrictEqual(
              readRepository(snapshot, profile),
            );
          }
        },
      ),
      { numRuns: isSandbox ? 25 : 6 },
    );
  });
});
