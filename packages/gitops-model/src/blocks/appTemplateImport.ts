import { addValueItem } from './appTemplateValues';
import type { Block } from './Block';
import { containerIn } from './appTemplateContainer';

/** A Secret whose every key the app's container takes as a variable, by its name. */
export const appTemplateImport: Block<'app-template', string> = {
  write(context, options, secret) {
    const container = containerIn(context, options);
    return container
      ? addValueItem(context, options, [...container.path, 'envFrom'], {
          secretRef: { name: secret },
        })
      : [];
  },

  find(context, options) {
    const imported = containerIn(context, options)?.envFrom ?? [];
    return imported.flatMap(({ secretRef }) => secretRef?.name ?? []);
  },

  claims: () => [],
};
