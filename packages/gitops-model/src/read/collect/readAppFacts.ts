import { z } from 'zod';
import type { Profile } from '../../profile/Profile';
import { isWritable } from '../../profile/isWritable';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { App } from '../RepositoryModel';
import { appAnnotations } from './appAnnotations';

type Facts = Partial<
  Pick<App, 'owner' | 'ownerReason' | 'system' | 'description' | 'template'>
>;

const fileName = 'catalog-info.yaml';

const componentSchema = z.object({
  kind: z.literal('Component'),
  metadata: z.object({
    name: z.string(),
    description: z.string().optional(),
    annotations: z.record(z.string(), z.unknown()).default({}),
  }),
  spec: z
    .object({ owner: z.string().optional(), system: z.string().optional() })
    .prefault({}),
});

/** What the Component beside an app's manifests says of it, where the profile keeps facts there. */
export function readAppFacts(reading: Reading, { unit }: RenderedUnit): Facts {
  if (!keepsFacts(reading.profile)) return {};
  for (const directory of unit.paths) {
    const documents = reading.parsedOf(`${directory}/${fileName}`)?.documents;
    for (const { value } of documents ?? []) {
      const { data } = componentSchema.safeParse(value);
      if (data?.metadata.name !== unit.app) continue;
      const { description, annotations } = data.metadata;
      const { owner, system } = data.spec;
      const template = annotations[appAnnotations.template];
      return {
        ...(owner === undefined ? {} : { owner, ownerReason: fileName }),
        ...(system === undefined ? {} : { system }),
        ...(description === undefined ? {} : { description }),
        ...(typeof template === 'string' ? { template } : {}),
      };
    }
  }
  return {};
}

function keepsFacts(profile: Profile): boolean {
  return (
    isWritable(profile) &&
    [
      ...profile.blocks,
      ...profile.layouts.flatMap(({ blocks }) => blocks),
    ].some(({ block }) => block === 'catalog-info')
  );
}
