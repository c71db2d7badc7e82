import type { Reading } from '../Reading';
import type { Node } from '../RepositoryModel';
import { mergeFacts } from './mergeFacts';
import { readNodeFile } from './readNodeFile';

/** Patches beside the directory of nodes that every node gets. */
const generalPatch = /\/(all|common|general|global)\.(ya?ml|patch)$/;
const nodeFile = /^(.+?)\.(ya?ml|patch|json)(\.j2|\.tpl)?$/;

/** What the files that the profile names say of the machines; the rest is unknown. */
export function readNodes(reading: Reading): Node[] {
  return reading.profile.nodes.flatMap(({ cluster, form, directory, role }) => {
    const parent = directory.slice(0, Math.max(directory.lastIndexOf('/'), 0));
    const general =
      form === 'patches'
        ? reading
            .list(parent)
            .filter(file => generalPatch.test(file) && reading.isFile(file))
            .map(file => readNodeFile(reading, file))
            .filter(facts => facts !== 'encrypted')
        : [];
    return reading.list(directory).flatMap((file): Node[] => {
      const [, stem] = nodeFile.exec(file.slice(directory.length + 1)) ?? [];
      if (stem === undefined || !reading.isFile(file)) return [];
      const own = readNodeFile(reading, file);
      if (own === 'encrypted') return [];
      const facts = mergeFacts([...general, own]);
      const named = addressOf(stem);
      const address = named ?? onlyAddress(facts.addresses);
      const hostname =
        facts.hostname ?? (named === undefined ? stem : undefined);
      return [
        {
          ...facts,
          name: hostname ?? address ?? stem,
          hostname,
          address,
          role: facts.role ?? role,
          cluster,
          source: { file, line: 1 },
        },
      ];
    });
  });
}

function addressOf(text: string): string | undefined {
  return /^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f]*:[0-9a-f:]+$/i.test(text)
    ? text
    : undefined;
}

/** The one address that others could reach; of several, Git does not say which is the node's. */
function onlyAddress(addresses: readonly string[]): string | undefined {
  const reachable = addresses
    .map(address => address.split('/')[0])
    .filter(address => !/^(169\.254\.|fe[89ab])/i.test(address));
  return reachable.length === 1 ? reachable[0] : undefined;
}
