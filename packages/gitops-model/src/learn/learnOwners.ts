import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Lesson } from './LearnedProfile';

const places = [
  'CODEOWNERS',
  '.github/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  'docs/CODEOWNERS',
];

/** Who owns what is nobody's to guess; the names in CODEOWNERS only wait for their groups. */
export function learnOwners(snapshot: RepositorySnapshot): Lesson {
  const teams = new Set(
    places
      .flatMap(path => (snapshot.readText(path) ?? '').split('\n'))
      .filter(line => !line.trimStart().startsWith('#'))
      .flatMap(line => line.match(/(?<=\s)@[\w./-]+/g) ?? []),
  );
  return {
    choices: [
      {
        key: 'owners.default',
        value: 'group:default/platform',
        because: 'A placeholder, since a profile needs one.',
      },
    ],
    questions: [
      {
        key: 'owners',
        question: 'Which group owns which apps or paths, and which the rest?',
      },
      ...[...teams].map(team => ({
        key: 'owners.codeowners',
        question: `Which group is ${team} of CODEOWNERS?`,
      })),
    ],
  };
}
