import { isRecord } from '../isRecord';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import { EntryLines } from './EntryLines';
import {
  type KustomizationFile,
  kustomizationSchema,
  unevaluatedFields,
} from './kustomizationSchema';

/** A kustomization file with the line of every mapping and list in it. */
export interface ReadKustomization {
  kustomization: KustomizationFile;
  /** Where an entry of one of its lists stands. */
  lineOf(field: keyof KustomizationFile, index: number): SourceRef;
  /** Where a mapping or list within it stands. */
  lineAt(mapping: object): SourceRef | undefined;
}

/** A kustomization file; `undefined`, with a finding, where kustomize would refuse it. What is not evaluated is named. */
export function readKustomization(
  reading: Reading,
  file: string,
  from: SourceRef,
): ReadKustomization | undefined {
  const { documents, complete } = reading.readYaml(file, from);
  if (!complete) return undefined;
  const [document] = documents;
  const source = { file, line: document?.line ?? 1 };
  const refuse = (message: string) => {
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The kustomization is not valid: ${message}.`,
        fix: 'Correct the field.',
      },
      source,
    );
    return undefined;
  };
  const value = withKnownSpelling(document?.value ?? {});
  const parsed = kustomizationSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue.path.join('.');
    return refuse(field === '' ? issue.message : `${field}: ${issue.message}`);
  }
  const kustomization = parsed.data;
  const problem = problemOf(kustomization, value);
  if (problem) return refuse(problem);

  const unevaluated = unevaluatedFields.filter(
    field => (kustomization[field] ?? undefined) !== undefined,
  );
  if (unevaluated.length > 0) {
    reading.report(
      {
        code: 'not-evaluated',
        severity: 'info',
        message: `This kustomization uses ${unevaluated.join(', ')}, which the portal does not evaluate: what is shown of it may differ from what is applied.`,
      },
      source,
    );
  }
  if (kustomization.secretGenerator.some(({ literals }) => literals.length)) {
    reading.report(
      {
        code: 'plain-secret',
        severity: 'warning',
        message: 'This kustomization holds values of a Secret as literals.',
        fix: 'Keep the values in the secret store and refer to them by an ExternalSecret.',
      },
      source,
    );
  }
  const entryLines = new EntryLines(file, reading.textOf(file) ?? '');
  const lineAt = (mapping: object) => {
    const line = document?.lines.get(mapping);
    return line === undefined ? undefined : { file, line };
  };
  return {
    kustomization,
    lineAt,
    lineOf(field, index) {
      const entries = isRecord(value) ? value[field] : undefined;
      const entry: unknown = Array.isArray(entries)
        ? entries[index]
        : undefined;
      if (typeof entry === 'string') return entryLines.of(entry);
      return (isRecord(entry) ? lineAt(entry) : undefined) ?? source;
    },
  };
}

function problemOf(
  { kind, apiVersion }: KustomizationFile,
  value: unknown,
): string | undefined {
  if (!['', 'Kustomization', 'Component'].includes(kind)) {
    return 'kind should be Kustomization or Component';
  }
  const version =
    kind === 'Component'
      ? 'kustomize.config.k8s.io/v1alpha1'
      : 'kustomize.config.k8s.io/v1beta1';
  if (apiVersion !== '' && apiVersion !== version) {
    return `apiVersion should be ${version}`;
  }
  const says = Object.entries(isRecord(value) ? value : {}).some(
    ([field, content]) =>
      field !== 'apiVersion' &&
      field !== 'kind' &&
      content !== null &&
      content !== '',
  );
  return says ? undefined : 'it is empty';
}

const spellings = new Map(
  Object.keys(kustomizationSchema.shape).map(field => [
    field.toLowerCase(),
    field,
  ]),
);

/** Kustomize takes its fields in any case. */
function withKnownSpelling(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, content]) => {
      const known = spellings.get(field.toLowerCase());
      return known === undefined || Object.hasOwn(value, known)
        ? [field, content]
        : [known, content];
    }),
  );
}
