import type { BlockContext } from '../blocks/Block';
import { vaultPath } from '../blocks/vaultPath';
import { ownVaultPaths } from './aspects/vaultPath';
import type { OperationContext } from './OperationContext';
import { retireValues } from './retireValues';
import type { Step } from './Step';

/** Takes the fields out that Terraform writes for this app, as long as the app's own files tell which. */
export function retireVaultPaths(
  at: BlockContext,
  { model }: OperationContext,
): Step[] {
  const own = new Set(
    ownVaultPaths(at, model).map(path => JSON.stringify(path)),
  );
  return own.size === 0
    ? []
    : retireValues('vault-path', vaultPath, at, path =>
        own.has(JSON.stringify(path)),
      );
}
