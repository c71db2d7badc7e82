import type { Profile } from '../profile/Profile';
import type { Lesson } from './LearnedProfile';

/** Names of directories that say what lies in them, and not whose it is. */
const generic =
  /^(apps?|argo-?cd|bootstrap|clusters?|deploy(ments?)?|fleet|flux|gitops|infra(structure)?|k8s|kube|kubernetes|manifests|platform)$/;

/** Engine and roots as they were found, with names for clusters that have none. */
export function learnRoots({
  engine,
  roots,
}: Pick<Profile, 'engine' | 'roots'>): Lesson & { clusters: string[] } {
  const named = roots.map(root => {
    const [first, ...rest] = root.path.split('/');
    const isUnnamed = root.cluster === 'in-cluster';
    const name = rest.length > 0 && !generic.test(first) ? first : undefined;
    return {
      root: {
        cluster: isUnnamed ? (name ?? root.cluster) : root.cluster,
        path: root.path,
      },
      isGuess: isUnnamed,
    };
  });
  return {
    clusters: [...new Set(named.map(({ root }) => root.cluster))],
    choices: [
      {
        key: 'engine',
        value: engine,
        because: 'What the roots declare.',
      },
      {
        key: 'roots',
        value: named.map(({ root }) => root),
        because: 'Nothing else deploys these.',
      },
    ],
    questions: named
      .filter(({ isGuess }) => isGuess)
      .map(({ root }) => ({
        key: 'roots',
        question: `What is the cluster of ${root.path} called? It is ${root.cluster} here.`,
      })),
  };
}
