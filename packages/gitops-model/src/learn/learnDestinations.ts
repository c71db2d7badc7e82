import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { parseYamlOnce } from '../read/documents/parseYamlOnce';
import { visitMappings } from '../read/collect/visitMappings';
import { isLiteral } from '../read/inspect/isLiteral';
import { isRecord } from '../read/isRecord';
import type { Lesson } from './LearnedProfile';

const local = 'https://kubernetes.default.svc';

/** The servers that Applications name, and the cluster where that is the engine's own. */
export function learnDestinations(
  snapshot: RepositorySnapshot,
  cluster: string,
): Lesson {
  const counts = new Map<string, number>();
  for (const [path, { oid }] of snapshot.files) {
    if (!/\.ya?ml$/.test(path)) continue;
    const text = snapshot.readText(path);
    if (!text?.includes('argoproj.io/')) continue;
    for (const { value } of parseYamlOnce(oid, text).documents) {
      visitMappings(value, ({ destination }) => {
        const server = isRecord(destination) ? destination.server : undefined;
        if (typeof server !== 'string' || !isLiteral(server)) return;
        counts.set(server, (counts.get(server) ?? 0) + 1);
      });
    }
  }
  const of = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = counts.get(local);
  return {
    choices:
      own === undefined
        ? []
        : [
            {
              key: 'destinations',
              value: [{ server: local, cluster }],
              because:
                'Destinations of Applications that are the cluster Argo CD runs on.',
              share: { count: own, of },
            },
          ],
    questions: [...counts.keys()]
      .filter(server => server !== local)
      .map(server => ({
        key: 'destinations',
        question: `Which cluster is ${server}?`,
      })),
  };
}
