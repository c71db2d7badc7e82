import { z } from 'zod';
import type { DocumentPlace } from '../blocks/workload';
import type { DeploymentUnit } from '../read/RepositoryModel';
import type { OperationContext } from './OperationContext';

const unitSchema = z.object({
  kind: z.enum(['Application', 'Kustomization']),
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.unknown()).nullish(),
  }),
});

export interface UnitDocument extends DocumentPlace {
  unit: DeploymentUnit;
  document: unknown;
  annotations: Record<string, unknown>;
}

/** The documents that declare an app's deployment units; none for one that is generated. */
export function unitDocumentsOf(
  app: string,
  { model, tree }: Pick<OperationContext, 'model' | 'tree'>,
): UnitDocument[] {
  const units = model.units.filter(
    unit => unit.app === app && !unit.orchestrator && !unit.generatedBy,
  );
  const found = units.flatMap(unit =>
    tree
      .readYaml(unit.source.file)
      .flatMap((document, index): UnitDocument[] => {
        const { data } = unitSchema.safeParse(document);
        return data?.metadata.name === unit.name
          ? [
              {
                file: unit.source.file,
                index,
                unit,
                document,
                annotations: data.metadata.annotations ?? {},
              },
            ]
          : [];
      }),
  );
  // One file may declare the same unit on two clusters.
  return [...new Map(found.map(at => [`${at.file}:${at.index}`, at])).values()];
}
