import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { appPlaces } from './AppPlace';
import { learnCharts } from './learnCharts';
import type { Lesson } from './LearnedProfile';
import { learnFormat } from './learnFormat';
import { learnImages } from './learnImages';
import { learnLayout } from './learnLayout';
import { learnRoutes } from './learnRoutes';
import { learnSecrets } from './learnSecrets';
import { learnStorage } from './learnStorage';

/** What siblings agree on of all that a new app needs. */
export function learnWriting(
  snapshot: RepositorySnapshot,
  model: RepositoryModel,
  categoryLabel: string | undefined,
): Lesson {
  const places = appPlaces(model, categoryLabel);
  const routes = learnRoutes(model, places);
  const secrets = learnSecrets(model, places);
  const storage = learnStorage(model);
  return {
    choices: [
      ...learnLayout(snapshot, places),
      ...learnCharts(places),
      ...routes.choices,
      ...secrets.choices,
      ...storage.choices,
      ...learnImages(places),
      ...learnFormat(snapshot, places),
    ],
    questions: [
      ...routes.questions,
      ...secrets.questions,
      ...storage.questions,
      {
        key: 'limits',
        question:
          'How many replicas, and how much cpu and memory, may an app ask for?',
      },
    ],
  };
}
