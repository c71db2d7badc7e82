import { isRecord } from '../isRecord';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import {
  type KustomizationFile,
  kustomizationSchema,
  unevaluatedFields,
} from './kustomizationSchema';

/** A kustomization file; `undefined`, with a finding, where it is not valid. What is not evaluated is named. */
export function readKustomization(
  reading: Reading,
  file: string,
  from: SourceRef,
): KustomizationFile | undefined {
  const { documents, complete } = reading.readYaml(file, from);
  if (!complete) return undefined;
  const [document] = documents;
  const parsed = kustomizationSchema.safeParse(document?.value ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The kustomization is not valid: ${issue.path.join('.')}: ${issue.message}.`,
        fix: 'Correct the field.',
      },
      { file, line: document?.line ?? 1 },
    );
    return undefined;
  }
  const unevaluated = unevaluatedFields.filter(
    field => field in (isRecord(document?.value) ? document.value : {}),
  );
  if (unevaluated.length > 0) {
    reading.report(
      {
        code: 'not-evaluated',
        severity: 'info',
        message: `This kustomization uses ${unevaluated.join(', ')}, which the portal does not evaluate: what is shown of it may differ from what is applied.`,
      },
      { file, line: document?.line ?? 1 },
    );
  }
  if (hasSecretLiterals(parsed.data.secretGenerator)) {
    reading.report(
      {
        code: 'plain-secret',
        severity: 'warning',
        message: 'This kustomization holds values of a Secret as literals.',
        fix: 'Keep the values in the secret store and refer to them by an ExternalSecret.',
      },
      { file, line: document?.line ?? 1 },
    );
  }
  return parsed.data;
}

function hasSecretLiterals(generators: unknown): boolean {
  return (
    Array.isArray(generators) &&
    generators.some(
      generator =>
        isRecord(generator) &&
        Array.isArray(generator.literals) &&
        generator.literals.length > 0,
    )
  );
}
