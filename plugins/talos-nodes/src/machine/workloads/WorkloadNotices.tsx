import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { WorkloadList } from '@internal/plugin-talos-nodes-common';
import { RelativeTime } from '@internal/portal-ui';
import { FailureSentence } from '../../sources/FailureSentence';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../machine.module.css';

/** Says what of the pods and their apps is old, or not known at all. */
export function WorkloadNotices(props: {
  state: WorkloadList['clusters'][number];
}) {
  const { cluster, pods, apps } = props.state;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const isUnread = apps.observedAt === undefined;
  return (
    <>
      {pods.failure && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('notice.failing')}
          description={
            <ul className={styles.plainList}>
              <FailureSentence
                about={cluster}
                source={{ ...pods, source: 'kubernetes' }}
                failure={pods.failure}
              />
            </ul>
          }
        />
      )}
      {(isUnread || apps.failure) && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t(isUnread ? 'workloads.appsUnread' : 'workloads.appsStale')}
          description={
            apps.failure &&
            t('workloads.appsFailing', {
              time: <RelativeTime value={apps.failure.since} />,
              reason: <bdi>{apps.failure.reason}</bdi>,
            })
          }
        />
      )}
    </>
  );
}
