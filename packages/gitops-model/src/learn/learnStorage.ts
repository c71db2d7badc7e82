import { isLiteral } from '../read/inspect/isLiteral';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { Lesson } from './LearnedProfile';

/** Storage classes that claims and databases name; what each is for, only people know. */
export function learnStorage({
  volumeClaims,
  databases,
}: Pick<RepositoryModel, 'volumeClaims' | 'databases'>): Lesson {
  const classes = [...volumeClaims, ...databases].flatMap(({ storageClass }) =>
    storageClass !== undefined && isLiteral(storageClass) ? [storageClass] : [],
  );
  const names = [...new Set(classes)];
  const counted = names
    .map(name => ({
      name,
      count: classes.filter(other => other === name).length,
    }))
    .sort((a, b) => b.count - a.count);
  return {
    choices: counted.map(({ name, count }) => ({
      key: 'storage.class',
      value: name,
      because: 'Volumes of this class.',
      share: { count, of: classes.length },
    })),
    questions:
      names.length > 0
        ? [
            {
              key: 'storage',
              question:
                'What is each storage class for, how is it mounted, and how large may a volume be?',
            },
          ]
        : [],
  };
}
