import type { Entity } from '@backstage/catalog-model';

/** An entity with what it was made from. */
export interface BuiltEntity {
  entityRef: string;
  entity: Entity;
  /** Path in the repository; absent for what stands in the configuration. */
  file?: string;
  /** Path of the file that declares its deployment unit. */
  unitFile?: string;
  /** False where something it was made from could not be evaluated. */
  complete: boolean;
}
