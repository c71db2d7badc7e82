import type { Profile } from '../../profile/Profile';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';
import { Reading } from '../Reading';
import { compareFiles } from './Changes';
import { FileTree } from './FileTree';

/** Readings of one snapshot after the other, each of which knows what is other than before. */
export class ReadingSeries {
  readonly #profile: Profile;
  #last: { snapshot: RepositorySnapshot; tree: FileTree } | undefined;
  #count = 0;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  next(snapshot: RepositorySnapshot): Reading {
    const last = this.#last;
    this.#count += 1;
    const changes = compareFiles(
      last?.snapshot.files ?? new Map(),
      snapshot.files,
    );
    const { tree, relisted } = last
      ? last.tree.after(changes)
      : {
          tree: FileTree.of(snapshot.files.keys()),
          relisted: new Set<string>(),
        };
    this.#last = { snapshot, tree };
    return new Reading(snapshot, this.#profile, {
      tree,
      since: { reading: this.#count, changes, relisted },
    });
  }
}
