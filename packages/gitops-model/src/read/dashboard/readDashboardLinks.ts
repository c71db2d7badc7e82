import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { DashboardEntry } from '../RepositoryModel';
import { withoutCredentials } from '../withoutCredentials';
import { readAnnotations } from './readAnnotations';
import { readConfigTexts } from './readConfigTexts';
import { readValueEntries } from './readValueEntries';

/** The links that a unit puts on the dashboard, as they stand there. */
export function readDashboardLinks(
  reading: Reading,
  { unit, manifests, values }: RenderedUnit,
): Omit<DashboardEntry, 'app'>[] {
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
    href: withoutCredentials(entry.href),
    cluster: unit.cluster,
  }));
}
