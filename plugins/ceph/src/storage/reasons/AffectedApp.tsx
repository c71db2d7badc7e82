import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AppReference } from '@internal/plugin-ceph-common';
import { EntityLink, SmallText } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import styles from './reasons.module.css';

/** An app and who owns it. */
export function AffectedApp({ app }: { app: AppReference }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <li className={styles.app}>
      {app.entityRef ? (
        <EntityLink entityRef={app.entityRef} />
      ) : (
        <bdi>
          {app.namespace}/{app.name}
        </bdi>
      )}
      <SmallText>
        {app.owner ? (
          <EntityLink entityRef={app.owner} />
        ) : (
          t('storage.reason.noOwner')
        )}
      </SmallText>
    </li>
  );
}
