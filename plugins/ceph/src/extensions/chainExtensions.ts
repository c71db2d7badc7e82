import { ExtensionDefinition } from '@backstage/frontend-plugin-api';

export const chainExtensions: ExtensionDefinition[] = [];
