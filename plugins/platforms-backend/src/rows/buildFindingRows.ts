import { attributeFindings } from '@internal/gitops-repository';
import type { FindingRow } from '@internal/plugin-platforms-common';
import type { RowContext } from './RowContext';
import type { FilterableRow } from './RowList';

const severities = ['error', 'warning', 'info'] as const;

/** A row per finding, errors first, then by place. */
export function buildFindingRows(
  context: RowContext,
): FilterableRow<FindingRow>[] {
  const { model } = context;
  const attributed = attributeFindings(model);
  return model.findings
    .map(finding => {
      const { code, severity, message, fix, cluster, file, line = 1 } = finding;
      const apps = attributed.get(finding) ?? [];
      const [first] = apps;
      // The reader may name an app that no wired unit makes up.
      const name = first?.name ?? finding.app;
      const names = name === undefined ? [] : [name];
      const clusters = cluster ? [cluster] : apps.map(app => app.cluster);
      return {
        row: {
          code,
          severity,
          message,
          fix,
          cluster,
          app:
            name === undefined
              ? undefined
              : context.appLink(first?.cluster ?? cluster ?? '', name),
          source:
            file === undefined ? undefined : context.place({ file, line }),
        },
        values: {
          cluster: [...new Set(clusters)],
          severity: [severity],
          code: [code],
          app: [...new Set([...names, ...apps.map(app => app.name)])],
        },
      };
    })
    .sort(
      ({ row: a }, { row: b }) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        (a.source?.file ?? '').localeCompare(b.source?.file ?? '') ||
        (a.source?.line ?? 0) - (b.source?.line ?? 0),
    );
}
