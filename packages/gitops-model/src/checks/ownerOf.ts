import type { CheckContext } from './CheckContext';
import type { FieldCheckInput } from './checkField';

/** Whose keys count: the app's owner where it is there, otherwise the chosen one. */
export function ownerOf(
  { app, owner }: FieldCheckInput,
  { model }: Pick<CheckContext, 'model'>,
): string | undefined {
  return model.apps.find(({ name }) => name === app)?.owner ?? owner;
}
