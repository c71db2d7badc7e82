import type { Entity } from '@backstage/catalog-model';
import type {
  RepositoryModel,
  RepositorySnapshot,
} from '@internal/gitops-model';
import type { BuiltEntity } from './entities/BuiltEntity';
import { fingerprint } from './entities/fingerprint';

/** Entities by entity ref. */
export type EntitySet = ReadonlyMap<string, BuiltEntity>;

export type Comparison =
  | {
      outcome: 'accepted';
      /** Everything the provider stands for from now on. */
      next: EntitySet;
      added: BuiltEntity[];
      removed: string[];
      /** Kept although the commit does not hold them, with the reason. */
      kept: { entityRef: string; reason: string }[];
    }
  | { outcome: 'refused'; reason: string };

/** A commit with what was found in it. */
export interface ReadCommit {
  snapshot: RepositorySnapshot;
  model: RepositoryModel;
  /** Entities that the catalog would not accept. */
  refused: readonly { entityRef: string; reason: string }[];
}

/** At most this share of the apps may vanish at once without a deleted file to explain it. */
const vanishingShare = 0.2;
/** So few may vanish in any case. */
const vanishingMinimum = 5;

/**
 * What changes from the entities provided so far to those of a commit.
 * Absence alone removes nothing that a broken file may hide, and no commit
 * removes a large part without deleting the files.
 */
export function compareSnapshots(
  previous: EntitySet,
  built: readonly BuiltEntity[],
  commit: ReadCommit,
): Comparison {
  const { snapshot, model } = commit;
  if (model.apps.length === 0) {
    return {
      outcome: 'refused',
      reason: `commit ${snapshot.commit} holds no app; what was known before is kept`,
    };
  }
  const next = new Map<string, BuiltEntity>();
  const added: BuiltEntity[] = [];
  for (const candidate of built) {
    const before = previous.get(candidate.entityRef);
    const entity = before ? carryOver(before, candidate) : candidate;
    const isSame =
      before !== undefined &&
      fingerprint(before.entity) === fingerprint(entity.entity);
    next.set(candidate.entityRef, isSame ? before : entity);
    if (!isSame) added.push(entity);
  }

  const kept: { entityRef: string; reason: string }[] = [];
  const removed: string[] = [];
  let unexplained = 0;
  for (const [entityRef, before] of previous) {
    if (next.has(entityRef)) continue;
    const reason = reasonToKeep(before, commit);
    if (reason !== undefined) {
      next.set(entityRef, before);
      kept.push({ entityRef, reason });
      continue;
    }
    removed.push(entityRef);
    const isDeleted =
      before.file !== undefined && !snapshot.files.has(before.file);
    if (isApp(before) && !isDeleted) unexplained += 1;
  }
  const known = [...previous.values()].filter(isApp).length;
  const allowed = Math.max(vanishingMinimum, known * vanishingShare);
  if (unexplained > allowed) {
    return {
      outcome: 'refused',
      reason: `commit ${snapshot.commit} would remove ${unexplained} of ${known} apps whose files are still there; what was known before is kept`,
    };
  }
  return { outcome: 'accepted', next, added, removed, kept };
}

/** Hosts and the like may all change at once, by one line in an app that stays. */
function isApp({ entity }: BuiltEntity): boolean {
  return entity.kind === 'Component';
}

/** Why an entity that was not found may still be there; `undefined` where it is gone. */
function reasonToKeep(
  { entityRef, file, unitFile }: BuiltEntity,
  commit: ReadCommit,
): string | undefined {
  const refusal = commit.refused.find(entry => entry.entityRef === entityRef);
  if (refusal) {
    return `what the commit makes of it is not valid: ${refusal.reason}`;
  }
  // Without its file it is gone, whatever else is broken.
  if (file === undefined || !commit.snapshot.files.has(file)) return undefined;
  return (
    reasonHidden(file, commit) ??
    (unitFile === undefined ? undefined : reasonHidden(unitFile, commit))
  );
}

/** Why what a file says may have gone unread: the file, or a deployment unit above it, is broken. */
function reasonHidden(
  file: string,
  { snapshot, model }: ReadCommit,
): string | undefined {
  const seen = new Set<string>();
  const open = [file];
  for (const path of open) {
    if (seen.has(path) || !snapshot.files.has(path)) continue;
    seen.add(path);
    const isBroken = model.findings.some(
      finding => finding.file === path && finding.severity === 'error',
    );
    if (isBroken) return `${path} cannot be read`;
    for (const { name, wired, buildable, paths, source } of model.units) {
      const deploysIt = paths.some(
        directory => directory === '' || path.startsWith(`${directory}/`),
      );
      if (!deploysIt) continue;
      if (wired && !buildable) {
        return `the deployment unit ${name}, which deploys ${path}, cannot be built`;
      }
      // Its own file may be the one that a broken unit does not list.
      if (!wired) open.push(source.file);
    }
  }
  return undefined;
}

/** What an unreadable manifest would have said is taken from the entity before. */
function carryOver(before: BuiltEntity, after: BuiltEntity): BuiltEntity {
  if (after.complete) return after;
  const { metadata, spec } = after.entity;
  const old = before.entity;
  const entity: Entity = {
    ...after.entity,
    metadata: {
      ...metadata,
      ...(old.metadata.links && { links: old.metadata.links }),
    },
    spec: {
      ...spec,
      ...(old.spec?.dependsOn && { dependsOn: old.spec.dependsOn }),
    },
  };
  return { ...after, entity };
}
