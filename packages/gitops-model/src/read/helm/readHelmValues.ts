import { parseYaml } from '../documents/parseYaml';
import { isRecord } from '../isRecord';
import { joinPath } from '../joinPath';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import { type ApplicationSource, helmMappingOf } from '../argocd/Application';
import { HelmValues } from './HelmValues';
import { setParameter } from './setParameter';

/** The values one Helm source of an Application gets; not `complete` where a file is missing or bad. */
export function readHelmValues(
  reading: Reading,
  options: {
    application: Manifest;
    source: ApplicationSource;
    /** Place of the source among the Application's sources. */
    sourceIndex: number;
    /** The chart's directory, where it lies in this repository. */
    chartDirectory?: string;
    /** Every `ref` of a source, and whether that is this repository. */
    references: ReadonlyMap<string, boolean>;
    namespace: string | undefined;
  },
): { values: HelmValues; complete: boolean } {
  const { application, source, chartDirectory, references } = options;
  const values = new HelmValues({
    name: source.helm?.releaseName ?? application.name,
    namespace: options.namespace,
  });
  let complete = true;
  const addFile = (file: string) => {
    const read = reading.readYaml(file, application.source);
    complete &&= read.complete;
    for (const { value, lines, line } of read.documents) {
      if (!isRecord(value)) continue;
      values.add(value, mapping => ({
        file,
        line: lines.get(mapping) ?? line,
      }));
    }
  };

  if (chartDirectory !== undefined) {
    const defaults = joinPath(chartDirectory, 'values.yaml');
    if (defaults && reading.isFile(defaults)) addFile(defaults);
  }
  for (const entry of source.helm?.valueFiles ?? []) {
    const [, reference] = /^\$([^/]+)\//.exec(entry) ?? [];
    if (reference !== undefined && !references.has(reference)) {
      complete = false;
      reportReference(reading, application, entry);
      continue;
    }
    const file = resolveValueFile(entry, chartDirectory, references);
    if (file === undefined) continue;
    if (source.helm?.ignoreMissingValueFiles && !reading.isFile(file)) continue;
    addFile(file);
  }
  complete = addInline(reading, options, values) && complete;
  addParameters(reading, options, values);
  return { values, complete };
}

/** Path in this repository; `undefined` where the file lies in a foreign source or is a URL. */
function resolveValueFile(
  entry: string,
  chartDirectory: string | undefined,
  references: ReadonlyMap<string, boolean>,
): string | undefined {
  const [, reference, path] = /^\$([^/]+)\/(.*)$/.exec(entry) ?? [];
  if (reference !== undefined) {
    return references.get(reference) ? joinPath('', path) : undefined;
  }
  if (chartDirectory === undefined || /^[a-z]+:\/\//.test(entry)) {
    return undefined;
  }
  return entry.startsWith('/')
    ? joinPath('', entry)
    : joinPath(chartDirectory, entry);
}

function reportReference(
  reading: Reading,
  { name, source }: Manifest,
  entry: string,
): void {
  reading.report(
    {
      code: 'missing-file',
      severity: 'error',
      message: `The Application ${name} takes values from ${entry}, and none of its sources has that ref.`,
      fix: 'Give a source the ref, or correct the name.',
    },
    source,
  );
}

function addInline(
  reading: Reading,
  {
    application,
    source: { helm },
    sourceIndex,
  }: {
    application: Manifest;
    source: ApplicationSource;
    sourceIndex: number;
  },
  values: HelmValues,
): boolean {
  const { document } = application;
  const { file, line } = application.source;
  if (helm?.valuesObject) {
    values.add(helm.valuesObject, inner => ({
      file,
      line: document.lines.get(inner) ?? line,
    }));
    return true;
  }
  if (!helm?.values) return true;
  const mapping = helmMappingOf(application.value, sourceIndex);
  const start = (mapping && document.textLines.get(mapping)?.values) ?? line;
  const { documents, problems } = parseYaml(helm.values);
  for (const problem of problems) {
    reading.report(
      {
        code: 'unreadable-file',
        severity: 'error',
        message: `The Helm values written here are not valid YAML: ${problem.message}.`,
        fix: 'Correct the values.',
      },
      { file, line: start + problem.line - 1 },
    );
  }
  for (const { value, lines } of documents) {
    if (!isRecord(value)) continue;
    values.add(value, inner => ({
      file,
      line: start + (lines.get(inner) ?? 1) - 1,
    }));
  }
  return problems.length === 0;
}

function addParameters(
  reading: Reading,
  {
    application,
    source: { helm },
  }: { application: Manifest; source: ApplicationSource },
  values: HelmValues,
): void {
  const left: string[] = [];
  for (const parameter of helm?.parameters ?? []) {
    const changed = setParameter(values.value, parameter);
    if (changed) {
      values.add(
        changed,
        mapping => values.sourceOf(mapping) ?? application.source,
      );
    } else {
      left.push(`the parameter ${parameter.name}`);
    }
  }
  if (helm?.fileParameters?.length) left.push('parameters from files');
  if (left.length === 0) return;
  reading.report(
    {
      code: 'not-evaluated',
      severity: 'info',
      message: `The Application ${application.name} sets ${left.join(', ')}, which the portal does not evaluate.`,
    },
    application.source,
  );
}
