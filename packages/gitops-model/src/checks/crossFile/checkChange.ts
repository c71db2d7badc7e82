import type { Finding } from '../../finding/Finding';
import type { Profile, WritableProfile } from '../../profile/Profile';
import { RepositoryReader } from '../../read/RepositoryReader';
import { createSnapshot } from '../../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';
import type { Change } from './Change';
import { checkBackends } from './checkBackends';
import { checkChangedImages } from './checkChangedImages';
import { checkChangedManifests } from './checkChangedManifests';
import { checkFileSizes } from './checkFileSizes';
import { checkJoinedApps } from './checkJoinedApps';
import { checkPlainTexts } from './checkPlainTexts';
import { checkProfileRules } from './checkProfileRules';
import { checkRedirects } from './checkRedirects';
import { checkTakenClients } from './checkTakenClients';
import { checkTakenDirectories } from './checkTakenDirectories';
import { checkTakenHosts } from './checkTakenHosts';
import { checkTakenListeners } from './checkTakenListeners';
import { checkTakenNamespaces } from './checkTakenNamespaces';
import { checkTakenSecretKeys } from './checkTakenSecretKeys';
import { editsBetween } from './editsBetween';
import { newFindings } from './newFindings';

export interface CheckChangeOptions {
  head: RepositorySnapshot;
  profile: Profile | WritableProfile;
  /** Without it the whole of `head` is checked, and nobody is asked who held what before. */
  since?: {
    /** Where the change left its base. */
    fork: RepositorySnapshot;
    /** The base as it is now. */
    base: RepositorySnapshot;
  };
}

const claimChecks = [
  checkTakenHosts,
  checkTakenClients,
  checkTakenNamespaces,
  checkTakenDirectories,
  checkTakenListeners,
  checkTakenSecretKeys,
  checkJoinedApps,
];
const fileChecks = [
  checkChangedManifests,
  checkChangedImages,
  checkPlainTexts,
  checkFileSizes,
  checkProfileRules,
];

/** Everything there is to say against a change of any origin, and no more than it brings. */
export function checkChange({
  head,
  profile,
  since,
}: CheckChangeOptions): Finding[] {
  const reader = RepositoryReader.create(profile);
  const read = (snapshot: RepositorySnapshot) => ({
    snapshot,
    model: reader.read(snapshot),
  });
  const nothing = createSnapshot({ commit: head.commit, files: {} });
  const fork = read(since?.fork ?? nothing);
  const change: Change = {
    fork,
    base:
      !since || since.base.commit === since.fork.commit
        ? fork
        : read(since.base),
    head: read(head),
    edits: editsBetween(fork.snapshot, head),
    profile,
  };
  const told = newFindings(fork.model.findings, change.head.model.findings);
  const own = [
    ...(since ? claimChecks : []).flatMap(check => check(change)),
    ...fileChecks.flatMap(check => check(change)),
    ...newFindings(checkBackends(fork), checkBackends(change.head)),
    ...newFindings(checkRedirects(fork), checkRedirects(change.head)),
  ];
  return [
    ...own,
    ...told.filter(finding => !own.some(other => isSame(other, finding))),
  ];
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.code === other.code &&
    one.file === other.file &&
    one.line === other.line
  );
}
