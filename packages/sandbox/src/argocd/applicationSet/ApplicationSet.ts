import { z } from 'zod';
import type { Manifest } from '../../kubernetes/KubernetesObject';

const applicationSetSchema = z.looseObject({
  spec: z.looseObject({
    goTemplate: z.literal(true),
    generators: z.array(
      z.looseObject({
        git: z.looseObject({
          directories: z.array(
            z.looseObject({
              path: z.string(),
              exclude: z.boolean().default(false),
            }),
          ),
        }),
      }),
    ),
    template: z.looseObject({
      metadata: z.looseObject({ name: z.string() }),
      spec: z.looseObject({}),
    }),
  }),
});
export type ApplicationSet = z.infer<typeof applicationSetSchema>['spec'];

/**
 * Reads an ApplicationSet as far as the sandbox goes: git directories, Go
 * templates. Answers with a sentence when it is another one.
 */
export function readApplicationSet(
  manifest: Manifest,
): ApplicationSet | string {
  const parsed = applicationSetSchema.safeParse(manifest);
  return parsed.success ? parsed.data.spec : z.prettifyError(parsed.error);
}
