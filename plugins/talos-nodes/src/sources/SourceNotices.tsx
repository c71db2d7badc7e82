import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ClusterState } from '@internal/plugin-talos-nodes-common';
import { talosNodesTranslationRef } from '../translation';
import { FailureSentence } from './FailureSentence';
import styles from './sources.module.css';

/** Says what of the clusters is old, partly known, or about to be refused. */
export function SourceNotices({
  clusters,
}: {
  clusters: readonly ClusterState[];
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const failing = clusters.flatMap(({ cluster, sources }) =>
    sources.flatMap(source =>
      source.failure ? [{ cluster, source, failure: source.failure }] : [],
    ),
  );
  const partial = clusters.filter(
    ({ sources }) =>
      sources.length > 0 && !sources.some(({ source }) => source === 'talos'),
  );
  const warned = clusters.filter(({ certificate }) => certificate?.warning);

  return (
    <>
      {failing.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('notice.failing')}
          description={
            <ul className={styles.sentences}>
              {failing.map(({ cluster, source, failure }) => (
                <FailureSentence
                  key={`${cluster} ${source.source}`}
                  about={cluster}
                  source={source}
                  failure={failure}
                />
              ))}
            </ul>
          }
        />
      )}
      {partial.length > 0 && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('notice.partial', {
            clusters: partial.map(({ cluster }) => cluster).join(', '),
          })}
          description={t('notice.partialHow')}
        />
      )}
      {warned.map(({ cluster, certificate }) => (
        <Alert
          key={cluster}
          role="status"
          status="warning"
          icon
          title={t('notice.certificate', { cluster })}
          description={<bdi>{certificate?.warning}</bdi>}
        />
      ))}
    </>
  );
}
