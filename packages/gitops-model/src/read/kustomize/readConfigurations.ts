import { z } from 'zod';
import type { ReadKustomization } from './readKustomization';
import type { BackReference, Step } from './Step';

const type = {
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
};
const configurationSchema = z.looseObject({
  nameReference: z
    .array(
      z.object({
        ...type,
        fieldSpecs: z
          .array(z.object({ ...type, path: z.string() }))
          .nullish()
          .transform(value => value ?? []),
      }),
    )
    .nullish()
    .transform(value => value ?? []),
});

/** Where names of other objects are written, by `configurations`. */
export function readConfigurations(
  step: Step,
  {
    kustomization,
    lineOf,
  }: Pick<ReadKustomization, 'kustomization' | 'lineOf'>,
): BackReference[] {
  return kustomization.configurations.flatMap((entry, index) => {
    const source = lineOf('configurations', index);
    const path = step.pathOf(entry, source);
    if (path === undefined) return [];
    const { documents, complete } = step.reading.readYaml(path, source);
    if (!complete) step.gathered.buildable = false;
    return documents.flatMap(({ value, line }) => {
      const parsed = configurationSchema.safeParse(value);
      if (!parsed.success) {
        step.refuse(
          'invalid-manifest',
          'This is no configuration of kustomize.',
          { file: path, line },
          'Correct the file.',
        );
        return [];
      }
      const { nameReference, ...others } = parsed.data;
      const left = Object.keys(others);
      if (left.length > 0) {
        step.leaveOut(
          `This configuration of kustomize sets ${left.join(', ')}, which the portal does not evaluate.`,
          { file: path, line },
        );
      }
      return nameReference;
    });
  });
}
