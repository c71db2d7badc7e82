import { z } from 'zod';
import { valueAt } from '../edit/yaml/setValue';
import type { YamlPath } from '../edit/yaml/YamlValue';
import { isRecord } from '../read/isRecord';
import type { DocumentPlace } from './workload';

/** A chart and its version, as they are written in Git. */
export interface PinnedChart extends DocumentPlace {
  name: string;
  version: string;
  versionPath: YamlPath;
}

const text = z.coerce.string();
const helmCharts = z.array(z.object({ name: text, version: text.optional() }));
const dependencies = z.array(z.object({ name: text, version: text }));
const sources = z.array(
  z.object({ chart: text.optional(), targetRevision: text.optional() }),
);
const release = z.object({ chart: text, version: text });
const ociRepository = z.object({
  url: z.string(),
  ref: z.object({ tag: text, digest: z.undefined().optional() }),
});

/** The charts that one document pins: a kustomization, a Chart.yaml, an Application, a HelmRelease, an OCIRepository. */
export function pinnedCharts(
  document: unknown,
  place: DocumentPlace,
): PinnedChart[] {
  if (!isRecord(document)) return [];
  const spec = isRecord(document.spec) ? document.spec : {};
  switch (document.kind) {
    case undefined:
    case 'Kustomization':
      return [
        ...inList(document, ['helmCharts'], helmCharts, place),
        ...(document.kind === undefined && document.apiVersion === 'v2'
          ? inList(document, ['dependencies'], dependencies, place)
          : []),
      ];
    case 'Application':
      return Array.isArray(spec.sources)
        ? ofSources(spec.sources, at => ['spec', 'sources', at], place)
        : ofSources([spec.source], () => ['spec', 'source'], place);
    case 'HelmRelease': {
      const path = ['spec', 'chart', 'spec'];
      const { data } = release.safeParse(valueAt(document, path));
      return data
        ? [
            {
              ...place,
              name: data.chart,
              version: data.version,
              versionPath: [...path, 'version'],
            },
          ]
        : [];
    }
    case 'OCIRepository': {
      const { data } = ociRepository.safeParse(spec);
      return data
        ? [
            {
              ...place,
              name: data.url.slice(data.url.lastIndexOf('/') + 1),
              version: data.ref.tag,
              versionPath: ['spec', 'ref', 'tag'],
            },
          ]
        : [];
    }
    default:
      return [];
  }
}

function inList(
  document: unknown,
  path: YamlPath,
  schema: typeof helmCharts | typeof dependencies,
  place: DocumentPlace,
): PinnedChart[] {
  return (schema.safeParse(valueAt(document, path)).data ?? []).flatMap(
    ({ name, version }, at) =>
      version === undefined
        ? []
        : [{ ...place, name, version, versionPath: [...path, at, 'version'] }],
  );
}

function ofSources(
  value: unknown,
  pathOf: (at: number) => YamlPath,
  place: DocumentPlace,
): PinnedChart[] {
  return (sources.safeParse(value).data ?? []).flatMap(
    ({ chart, targetRevision }, at) =>
      chart === undefined || targetRevision === undefined
        ? []
        : [
            {
              ...place,
              name: chart,
              version: targetRevision,
              versionPath: [...pathOf(at), 'targetRevision'],
            },
          ],
  );
}
