import type { FileEdit } from '../plan/Plan';
import type { Profile } from '../profile/Profile';
import { UnitReader } from '../read/UnitReader';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { compareObjects } from './compareObjects';
import type { ObjectComparison } from './ObjectChange';

/** Tells what edits change in the cluster; remembers what it read, as edits change little. */
export class ObjectComparer {
  readonly #reader: UnitReader;

  static create(profile: Profile): ObjectComparer {
    return new ObjectComparer(UnitReader.create(profile));
  }

  private constructor(reader: UnitReader) {
    this.#reader = reader;
  }

  /** Whether the edits are done in the snapshot already makes no difference. */
  compare(
    snapshot: RepositorySnapshot,
    edits: readonly FileEdit[],
  ): ObjectComparison {
    const before = this.#reader.read(applyEdits(snapshot, edits.map(revert)));
    const after = this.#reader.read(applyEdits(snapshot, edits));
    return compareObjects(before, after);
  }
}

function revert(edit: FileEdit): FileEdit {
  switch (edit.kind) {
    case 'create':
      return { kind: 'delete', path: edit.path, before: edit.after };
    case 'delete':
      return { kind: 'create', path: edit.path, after: edit.before };
    default:
      return { ...edit, before: edit.after, after: edit.before };
  }
}
