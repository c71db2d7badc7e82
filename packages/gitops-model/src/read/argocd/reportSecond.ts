import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';

/**
 * Says that an Application or ApplicationSet was found again: the very same
 * one, or another of its name. A set is expanded once, so that what it
 * generates twice are always two.
 */
export function reportSecond(
  reading: Reading,
  known: SourceRef,
  { kind, name, source }: Manifest,
  generatedBy?: string,
): void {
  const same =
    generatedBy === undefined &&
    known.file === source.file &&
    known.line === source.line;
  reading.report(
    same
      ? {
          code: 'cyclic-reference',
          severity: 'warning',
          message: `The ${kind} ${name} is deployed by more than one Application, or by itself.`,
          fix: 'Let one Application deploy it.',
        }
      : {
          code: 'duplicate-unit',
          severity: 'error',
          message: `There are two ${kind}s ${name}; the other is in ${known.file} line ${known.line}.`,
          fix: 'Rename one of the two.',
        },
    source,
  );
}
