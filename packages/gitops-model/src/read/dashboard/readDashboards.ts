import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { DashboardEntry, Host } from '../RepositoryModel';
import { hostOf } from './hostOf';
import { readAnnotations } from './readAnnotations';
import { readConfigTexts } from './readConfigTexts';
import { readValueEntries } from './readValueEntries';

/** The links that a unit puts on the dashboard, each with the app whose host it opens. */
export function readDashboards(
  reading: Reading,
  { unit, manifests, values }: RenderedUnit,
  hosts: readonly Host[],
): DashboardEntry[] {
  const inManifests = manifests.flatMap(({ kind, value, source, document }) => [
    ...(kind === 'ConfigMap'
      ? readConfigTexts(
          value,
          (mapping, name) => {
            const line = document.textLines.get(mapping)?.[name];
            return line === undefined ? undefined : { file: source.file, line };
          },
          source,
        )
      : []),
    ...(/^(HTTPRoute|Ingress)/.test(kind)
      ? readAnnotations(value, mapping => ({
          file: source.file,
          line: document.lines.get(mapping) ?? source.line,
        }))
      : []),
  ]);
  const inValues = values.flatMap(helm => [
    ...readValueEntries(reading, helm, unit.source),
    ...readAnnotations(
      helm.value,
      mapping => helm.sourceOf(mapping) ?? unit.source,
    ).map(entry => ({
      ...entry,
      title: helm.expand(entry.title),
      href: helm.expand(entry.href),
    })),
  ]);
  return [...inManifests, ...inValues].map(entry => ({
    ...entry,
    cluster: unit.cluster,
    app: appOf(entry.href, unit.cluster, hosts),
  }));
}

function appOf(
  href: string,
  cluster: string,
  hosts: readonly Host[],
): string | undefined {
  const host = hostOf(href);
  const serving = hosts.filter(known => known.host === host);
  const near = serving.find(known => known.cluster === cluster) ?? serving[0];
  return near?.apps[0];
}
