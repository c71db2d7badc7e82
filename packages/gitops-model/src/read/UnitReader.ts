import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ApplicationMemos } from './argocd/ApplicationMemos';
import { walkApplications } from './argocd/walkApplications';
import { KustomizationMemos } from './flux/KustomizationMemos';
import { walkKustomizations } from './flux/walkKustomizations';
import { ReadingSeries } from './memory/ReadingSeries';
import type { RenderedUnit } from './RenderedUnit';

/**
 * What the deployment units of a snapshot deploy, of those that a root reaches.
 * A unit that is as in the snapshot read before is the same object.
 */
export class UnitReader {
  readonly #profile: Profile;
  readonly #series: ReadingSeries;
  readonly #applications = new ApplicationMemos();
  readonly #kustomizations = new KustomizationMemos();

  private constructor(profile: Profile) {
    this.#profile = profile;
    this.#series = new ReadingSeries(profile);
  }

  static create(profile: Profile): UnitReader {
    return new UnitReader(profile);
  }

  read(snapshot: RepositorySnapshot): RenderedUnit[] {
    const reading = this.#series.next(snapshot);
    const rendered =
      this.#profile.engine === 'flux'
        ? walkKustomizations(reading, this.#kustomizations)
        : walkApplications(reading, this.#applications);
    return rendered.filter(({ unit }) => unit.wired);
  }
}
