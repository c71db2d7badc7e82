import type {
  RepositoryModel,
  RepositorySnapshot,
} from '@internal/gitops-model';
import type { GitopsRepository } from '@internal/gitops-repository';
import { buildEntities } from './buildEntities';
import type { BuiltEntity } from './entities/BuiltEntity';

/** One commit of a platform, and all that the catalog is to hold of it. */
export interface PlatformReading {
  snapshot: RepositorySnapshot;
  model: RepositoryModel;
  entities: BuiltEntity[];
  refused: { entityRef: string; reason: string }[];
}

/** Reads one commit whole. `earlier` are the platforms whose names go before. */
export async function readSnapshot(
  repository: GitopsRepository,
  snapshot: RepositorySnapshot,
  earlier: readonly GitopsRepository[],
): Promise<PlatformReading> {
  const taken = new Set<string>();
  for (const [index, other] of earlier.entries()) {
    const observed = other.current().observation;
    if (!observed) continue;
    const reading = await readSnapshot(
      other,
      observed.snapshot,
      earlier.slice(0, index),
    );
    reading.entities.forEach(({ entityRef }) => taken.add(entityRef));
  }
  const model = repository.read(snapshot);
  const built = await buildEntities({ repository, snapshot, model, taken });
  return { snapshot, model, ...built };
}
