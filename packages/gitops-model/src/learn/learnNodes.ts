import { parseYamlOnce } from '../read/documents/parseYamlOnce';
import { isRecord } from '../read/isRecord';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Lesson } from './LearnedProfile';

const address = /^\d{1,3}(\.\d{1,3}){3}$/;
const general = /^(all|cluster|common|controlplane|general|global|worker)$/;

/** Directories of Talos machines: files that configure one each. */
export function learnNodes(
  snapshot: RepositorySnapshot,
  clusters: readonly string[],
): Lesson {
  const directories = new Map<
    string,
    { stems: string[]; roles: Set<string> }
  >();
  for (const [path, { oid }] of snapshot.files) {
    const [, directory, stem] =
      /^(.+)\/([^/]+?)\.(?:ya?ml|patch)$/.exec(path) ?? [];
    if (!stem || general.test(stem)) continue;
    const text = snapshot.readText(path);
    if (!text || !/^machine:/m.test(text)) continue;
    for (const { value } of parseYamlOnce(oid, text).documents) {
      if (!isRecord(value) || !isRecord(value.machine)) continue;
      const named =
        isRecord(value.machine.network) && 'hostname' in value.machine.network;
      if (!named && !address.test(stem) && !/^hostname:/m.test(text)) continue;
      const entry = directories.get(directory) ?? {
        stems: [],
        roles: new Set(),
      };
      entry.stems.push(stem);
      if (typeof value.machine.type === 'string')
        entry.roles.add(value.machine.type);
      directories.set(directory, entry);
    }
  }
  const placeOf = (cluster: string | undefined) =>
    cluster === undefined ? clusters.length : clusters.indexOf(cluster);
  const nodes = [...directories].sort().map(([directory, { stems, roles }]) => {
    const own = directory.split('/').at(-1);
    const cluster =
      clusters.find(name => name === own) ??
      (clusters.length === 1 ? clusters[0] : undefined);
    const isPatch =
      directory.split('/').includes('patches') &&
      !stems.some(stem => address.test(stem));
    return {
      directory,
      cluster,
      form: isPatch ? 'patches' : 'machine-configs',
      count: stems.length,
      saysRole: roles.size > 0 || isPatch,
    };
  });
  nodes.sort((one, other) => placeOf(one.cluster) - placeOf(other.cluster));
  return {
    choices:
      nodes.length === 0
        ? []
        : [
            {
              key: 'nodes',
              value: nodes.map(({ cluster, form, directory }) => ({
                cluster: cluster ?? clusters[0],
                form,
                directory,
              })),
              because: `Files that configure one machine each: ${nodes.map(({ directory, count }) => `${count} in ${directory}`).join(', ')}.`,
            },
          ],
    questions: nodes.flatMap(({ directory, cluster, saysRole }) => [
      ...(cluster === undefined
        ? [
            {
              key: 'nodes',
              question: `To which cluster do the machines of ${directory} belong?`,
            },
          ]
        : []),
      ...(saysRole
        ? []
        : [
            {
              key: 'nodes',
              question: `Which role have the machines of ${directory}? Their files do not say.`,
            },
          ]),
    ]),
  };
}
