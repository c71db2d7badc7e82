import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { compareVersions } from '../fleet/compareVersions';
import { findSkew } from '../fleet/findSkew';
import { talosNodesTranslationRef } from '../translation';
import { VersionSkew } from '../words/VersionSkew';
import { CardPart } from './CardPart';
import styles from './cards.module.css';

/** Which versions of Talos run on how many machines, newest first. */
export function VersionCounts({ nodes }: { nodes: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const skew = findSkew(nodes);
  const counts = new Map<string, number>();
  for (const { talosVersion } of nodes) {
    if (talosVersion.known) {
      const { value } = talosVersion;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const unknown = nodes.filter(node => !node.talosVersion.known).length;
  const shown = (count: number) =>
    t('list.shown', { count, number: number(count) });
  return (
    <CardPart title={t('card.versions')}>
      <ul className={styles.row}>
        {[...counts]
          .sort(([a], [b]) => compareVersions(b, a))
          .map(([version, count]) => (
            <li key={version} className={styles.entry}>
              <strong>
                <bdi>{version}</bdi>
              </strong>
              <span>{shown(count)}</span>
              {counts.size > 1 && (
                <VersionSkew
                  behind={skew.versionsBehind({
                    known: true,
                    value: version,
                    source: 'talos',
                  })}
                />
              )}
            </li>
          ))}
        {unknown > 0 && (
          <li className={styles.entry}>
            {t('amount.unknown', { count: unknown, number: number(unknown) })}
          </li>
        )}
      </ul>
    </CardPart>
  );
}
