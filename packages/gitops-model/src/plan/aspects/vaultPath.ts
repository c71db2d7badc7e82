import type { BlockContext } from '../../blocks/Block';
import { externalSecret } from '../../blocks/externalSecret';
import { vaultVariable } from '../../blocks/vaultNames';
import {
  lackingFields,
  vaultPath,
  type VaultPath,
} from '../../blocks/vaultPath';
import type { Finding } from '../../finding/Finding';
import { blockOptions } from '../../profile/blockOptions';
import type { RepositoryModel } from '../../read/RepositoryModel';
import type { Step } from '../Step';

/** What Terraform is to write to the secret store, where the layout has a stack for it. */
export function vaultPathSteps(
  at: BlockContext,
  paths: readonly VaultPath[],
): Step[] {
  return blockOptions(at.profile, at.layout, 'vault-path').flatMap(options =>
    paths.map(path => ({
      claims: vaultPath.claims(path, at, options),
      isThere: () => lackingFields(at, options, path).length === 0,
      write: () => vaultPath.write(at, options, path),
    })),
  );
}

/** The values that a person has to give to Terraform for that. */
export function vaultPathWarnings(
  at: BlockContext,
  paths: readonly VaultPath[],
): Finding[] {
  return blockOptions(at.profile, at.layout, 'vault-path').flatMap(options =>
    paths.flatMap(path => {
      const variables = lackingFields(at, options, path)
        .filter(({ text }) => text === undefined)
        .map(({ property }) => vaultVariable(at.app, path.key, property));
      return variables.length === 0
        ? []
        : [
            {
              code: 'secret-value-missing' as const,
              severity: 'warning' as const,
              message: `Terraform asks for ${variables.join(', ')} to write ${path.key} to the secret store.`,
              fix: 'Give these variables their values where Terraform runs, before this is merged.',
              file: options.variablesFile,
            },
          ];
    }),
  );
}

/** Fields of the secret store by their path. What an app reads as a whole has none. */
export function vaultPathsOf(
  entries: readonly { key: string; property?: string; text?: string }[],
): VaultPath[] {
  const paths = new Map<string, VaultPath>();
  for (const { key, property, text } of entries) {
    const path = paths.get(key) ?? { key, fields: [] };
    paths.set(key, path);
    const isNew = path.fields.every(field => field.property !== property);
    if (property !== undefined && isNew) path.fields.push({ property, text });
  }
  return [...paths.values()].filter(({ fields }) => fields.length > 0);
}

/** Fields that Terraform writes for this app and that nobody else reads. */
export function ownVaultPaths(
  at: BlockContext,
  { externalSecrets }: Pick<RepositoryModel, 'externalSecrets'>,
): VaultPath[] {
  const others = externalSecrets
    .filter(({ app }) => app !== at.names.unit)
    .flatMap(({ keys }) => keys);
  const own = blockOptions(at.profile, at.layout, 'external-secret').flatMap(
    options => externalSecret.find(at, options),
  );
  return blockOptions(at.profile, at.layout, 'vault-path')
    .flatMap(options => vaultPath.find(at, options))
    .filter(({ key, fields }) =>
      fields.every(
        ({ property }) =>
          own.some(read => read.key === key && read.property === property) &&
          // What names no field reads them all.
          !others.some(
            read =>
              read.key === key &&
              (read.property === undefined || read.property === property),
          ),
      ),
    );
}
