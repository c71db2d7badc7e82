import { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** Health of storage on entity pages. */
export const storageExtensions: ExtensionDefinition[] = [];
