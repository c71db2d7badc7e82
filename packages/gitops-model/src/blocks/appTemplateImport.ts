import { addValue, addValueItem } from './appTemplateValues';
import type { Block } from './Block';
import { containerIn } from './appTemplateContainer';

/** A Secret whose every key the app's container takes as a variable, by its name. */
export const appTemplateImport: Block<'app-template', string> = {
  write(context, options, secret) {
    const container = containerIn(context, options);
    if (!container) return [];
    const value = { secretRef: { name: secret } };
    return container.envFrom
      ? addValueItem(context, options, [...container.path, 'envFrom'], value)
      : addValue(context, options, [...container.path, 'envFrom'], [value], {
          after: container.env ? 'env' : undefined,
        });
  },

  find(context, options) {
    const imported = containerIn(context, options)?.envFrom ?? [];
    return imported.flatMap(({ secretRef }) => secretRef?.name ?? []);
  },

  claims: () => [],
};
