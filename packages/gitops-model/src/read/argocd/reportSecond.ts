import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { DeploymentUnit } from '../RepositoryModel';
import type { Place } from './Place';

/** Says that an Application was found again: the very same one, or another of its name. */
export function reportSecond(
  reading: Reading,
  known: DeploymentUnit,
  { name, source }: Manifest,
  { generatedBy, directory }: Place,
): void {
  const same =
    known.source.file === source.file &&
    known.source.line === source.line &&
    (generatedBy === undefined ||
      (directory !== undefined && known.paths.includes(directory)));
  reading.report(
    same
      ? {
          code: 'cyclic-reference',
          severity: 'warning',
          message: `The Application ${name} is deployed by more than one Application, or by itself.`,
          fix: 'Let one Application deploy it.',
        }
      : {
          code: 'duplicate-unit',
          severity: 'error',
          message: `There are two Applications ${name}; the other is in ${known.source.file} line ${known.source.line}.`,
          fix: 'Rename one of the two.',
        },
    source,
  );
}
