import type { Operation } from '../../operation/Operation';
import type { Plan } from '../../plan/Plan';
import type { Requester } from '../../plan/Requester';
import type { WritableProfile } from '../../profile/Profile';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';

/** A shipped profile with a small repository that is written as it says. */
export interface GoldenPlatform {
  name: string;
  profile: WritableProfile;
  repository: RepositorySnapshot;
  /** Directories that the engine deploys as they are, without a kustomization. */
  plainDirectories: readonly string[];
  plan(
    operations: Operation[],
    snapshot: RepositorySnapshot,
    requester: Requester,
  ): Plan;
}

/** One operation on what the steps before it left behind. */
export interface LifeStep {
  operation: Operation;
  /** Name of the golden file, where the operation comes twice. */
  name?: string;
  /** Without it somebody of the owning team. */
  requester?: Requester;
  /**
   * What the operation is for, as what kustomize makes of each directory:
   * `added: Kind namespace/name`, `removed: …`, and `changed: …` with the field.
   */
  rendered: Record<string, readonly string[]>;
}

/** All that can be asked for one app of a layout, from its beginning to its end. */
export interface AppLife {
  platform: GoldenPlatform;
  /** As the profile calls it. */
  layout: string;
  /** The layout's, with what sets this life apart from others of it; a directory of golden files. */
  name: string;
  steps: readonly LifeStep[];
  /** What the layout has no form for, asked for before the last step. */
  refused: readonly Operation[];
}
