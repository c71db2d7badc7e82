import type { BlockContext } from '../blocks/Block';
import { clusterSettings, variablePrefix } from '../blocks/clusterSettings';
import { blockOptions } from '../profile/blockOptions';
import type { Step } from './Step';

/** Takes out the variables of an app that nobody else's files use. */
export function retireSettings(at: BlockContext, own: Set<string>): Step[] {
  const { tree, profile, layout, app } = at;
  const prefix = variablePrefix(app);
  return blockOptions(profile, layout, 'cluster-settings').flatMap(options => {
    const settings = clusterSettings
      .find(at, options)
      .filter(({ name }) => name.startsWith(prefix));
    if (settings.length === 0) return [];
    const files = tree.listAll().map(file => ({
      isOwn: own.has(file),
      text: tree.readText(file) ?? '',
    }));
    return settings
      .filter(({ name }) => {
        const use = new RegExp(`\\$\\{${name}\\b`);
        const users = files.filter(({ text }) => use.test(text));
        return users.length > 0 && users.every(({ isOwn }) => isOwn);
      })
      .map(setting => ({
        claims: [],
        isThere: () =>
          !clusterSettings
            .find(at, options)
            .some(({ name }) => name === setting.name),
        write: () => clusterSettings.retire(at, options, setting),
      }));
  });
}
