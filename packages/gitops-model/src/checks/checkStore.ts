import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';
import { refusal } from './refusal';

/** Whether the repository declares the secret store that the profile names. */
export function checkStore(
  { model, profile }: Pick<CheckContext, 'model' | 'profile'>,
  { kind, name } = profile.secrets.store,
): Finding[] {
  const isThere = model.secretStores.some(
    store => store.kind === kind && store.name === name,
  );
  return isThere
    ? []
    : [
        refusal('store-unknown', {
          message: `The repository declares no ${kind} ${name}, which the profile reads secrets from.`,
          fix: 'Ask the platform team to bring the profile in line with the store.',
        }),
      ];
}
