import type { DeploymentUnit, RepositoryModel } from '../read/RepositoryModel';
import { appUnits } from './appUnits';

/** A unit with the words its paths, namespaces and keys are spelt from. */
export interface AppPlace {
  unit: DeploymentUnit;
  /** What it deploys first. */
  directory: string;
  words: {
    app: string;
    cluster: string;
    category?: string;
    namespace?: string;
  };
}

/** Directories that stand for a part of an app. */
const parts = /^(app|base|config|install|ks|manifests|overlays?|release)$/;

/** Every unit in place; `categoryLabel` is the label that says its category. */
export function appPlaces(
  model: Pick<RepositoryModel, 'units'>,
  categoryLabel: string | undefined,
): AppPlace[] {
  return appUnits(model).map(unit => {
    const [directory] = unit.paths;
    const segments = directory.split('/');
    const own = segments.filter(segment => !parts.test(segment)).at(-1);
    return {
      unit,
      directory,
      words: {
        app: own ?? unit.app,
        cluster: unit.cluster,
        category: categoryLabel && unit.labels[categoryLabel],
        namespace: unit.namespace,
      },
    };
  });
}

/** A path or key with words in place of what is the app's own: the last one that fits is the app. */
export function toPattern(text: string, { words }: AppPlace): string {
  const segments = text.split('/');
  const app = segments.findLastIndex(segment => stemOf(segment) === words.app);
  return segments
    .map((segment, index) => {
      if (index === app) return segment.replace(words.app, '{app}');
      if (segment === words.category) return '{category}';
      if (segment === words.namespace) return '{namespace}';
      return segment === words.cluster ? '{cluster}' : segment;
    })
    .join('/');
}

function stemOf(segment: string): string {
  return segment.replace(/\.ya?ml$/, '');
}
