import { HelmValues } from '../helm/HelmValues';
import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';
import type { HelmChart } from './kustomizationSchema';
import type { ReadKustomization } from './readKustomization';
import type { Step } from './Step';

/** Names the charts of `helmCharts` and their values; charts are not rendered. */
export function readHelmCharts(
  step: Step,
  { kustomization, lineOf, lineAt }: ReadKustomization,
  namespace: string | undefined,
): void {
  kustomization.helmCharts.forEach((chart, index) => {
    const source = lineOf('helmCharts', index);
    const release = {
      name: chart.releaseName || chart.name,
      namespace: chart.namespace || namespace,
    };
    step.gathered.charts.push({
      chart: chart.name,
      version: chart.version,
      repository: chart.repo,
      release: release.name,
      ...(release.namespace ? { namespace: release.namespace } : {}),
    });
    const values = new HelmValues(release);
    addValues(step, values, chart, { source, lineAt });
    step.gathered.values.push(values);
  });
}

function addValues(
  step: Step,
  values: HelmValues,
  chart: HelmChart,
  {
    source,
    lineAt,
  }: { source: SourceRef; lineAt: ReadKustomization['lineAt'] },
): void {
  const inline = () => {
    if (chart.valuesInline) {
      values.add(chart.valuesInline, mapping => lineAt(mapping) ?? source);
    }
  };
  if (chart.valuesMerge === 'merge') inline();
  if (chart.valuesFile !== '' && chart.valuesMerge !== 'replace') {
    addFile(step, values, chart.valuesFile, source);
  }
  if (chart.valuesMerge !== 'merge') inline();
  for (const file of chart.additionalValuesFiles) {
    addFile(step, values, file, source);
  }
}

function addFile(
  step: Step,
  values: HelmValues,
  entry: string,
  source: SourceRef,
): void {
  const file = step.pathOf(entry, source);
  if (file === undefined) return;
  const { documents, complete } = step.reading.readYaml(file, source);
  if (!complete) step.gathered.buildable = false;
  for (const { value, lines, line } of documents) {
    if (!isRecord(value)) continue;
    values.add(value, mapping => ({ file, line: lines.get(mapping) ?? line }));
  }
}
