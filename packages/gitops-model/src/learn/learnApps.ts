import type { DeploymentUnit, RepositoryModel } from '../read/RepositoryModel';
import { appUnits } from './appUnits';
import type { Choice, Share } from './LearnedProfile';
import { isMost } from './mostCommon';

const nameLabels = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app',
];

/** Labels that put units into categories, and that name their app better than they do themselves. */
export function learnApps(model: Pick<RepositoryModel, 'units'>): Choice[] {
  const units = appUnits(model);
  const category = learnCategory(units);
  const name = learnName(units, category?.label);
  return [
    ...(name
      ? [
          {
            key: 'apps.nameLabel',
            value: name.label,
            because: 'Units that carry it.',
            share: name.share,
          },
        ]
      : []),
    ...(category
      ? [
          {
            key: 'apps.categoryLabel',
            value: category.label,
            because: 'Units that carry it and lie in a directory of its value.',
            share: category.share,
          },
        ]
      : []),
  ];
}

interface Label {
  label: string;
  share: Share;
}

/** One whose values are names of directories that several units lie in. */
function learnCategory(units: readonly DeploymentUnit[]): Label | undefined {
  const labels = new Set(units.flatMap(unit => Object.keys(unit.labels)));
  const candidates = [...labels].flatMap(label => {
    if (nameLabels.includes(label)) return [];
    const carriers = units.filter(unit => label in unit.labels);
    const values = new Set(carriers.map(unit => unit.labels[label]));
    const fitting = carriers.filter(({ labels: own, paths }) =>
      paths.some(path => path.split('/').slice(0, -1).includes(own[label])),
    );
    const share = { count: fitting.length, of: units.length };
    return values.size < carriers.length &&
      isMost({ ...share, of: carriers.length })
      ? [{ label, share }]
      : [];
  });
  return candidates.sort((a, b) => b.share.count - a.share.count)[0];
}

/** Left out where units are called as their category and their label together. */
function learnName(
  units: readonly DeploymentUnit[],
  categoryLabel: string | undefined,
): Label | undefined {
  for (const label of nameLabels) {
    const carriers = units.filter(unit => label in unit.labels);
    const share = { count: carriers.length, of: units.length };
    const composed = carriers.filter(
      ({ name, labels }) =>
        categoryLabel !== undefined &&
        name === `${labels[categoryLabel]}-${labels[label]}`,
    );
    if (
      isMost({ ...share, of: units.length }) &&
      !isMost({ count: composed.length, of: carriers.length })
    ) {
      return { label, share };
    }
  }
  return undefined;
}
