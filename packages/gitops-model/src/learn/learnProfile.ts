import type { Profile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { learnApps } from './learnApps';
import { learnDestinations } from './learnDestinations';
import type { LearnedProfile } from './LearnedProfile';
import { learnExclude } from './learnExclude';
import { learnLoginClients } from './learnLoginClients';
import { learnNodes } from './learnNodes';
import { learnOwners } from './learnOwners';
import { learnRoots } from './learnRoots';
import { learnWriting } from './learnWriting';

/**
 * Proposes a profile: what most of a repository does already, and the questions
 * that it leaves. `model` is what was read from the engine and roots given.
 */
export function learnProfile(
  snapshot: RepositorySnapshot,
  model: RepositoryModel,
  start: Pick<Profile, 'engine' | 'roots'>,
): LearnedProfile {
  const roots = learnRoots(start);
  const { clusters } = roots;
  const destinations =
    start.engine === 'argocd'
      ? learnDestinations(snapshot, clusters[0])
      : { choices: [], questions: [] };
  const nodes = learnNodes(snapshot, clusters);
  const clients = learnLoginClients(snapshot);
  const owners = learnOwners(snapshot);
  const apps = learnApps(model);
  const category = apps.find(({ key }) => key === 'apps.categoryLabel')?.value;
  const writing = learnWriting(
    snapshot,
    model,
    typeof category === 'string' ? category : undefined,
  );
  return {
    reading: [
      ...roots.choices,
      ...destinations.choices,
      ...learnExclude(snapshot, model),
      ...apps,
      ...owners.choices,
      ...nodes.choices,
      ...clients.choices,
    ],
    writing: writing.choices,
    questions: [roots, destinations, owners, nodes, clients, writing].flatMap(
      ({ questions }) => questions,
    ),
  };
}
