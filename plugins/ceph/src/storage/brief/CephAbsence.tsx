import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StorageSourceState } from '@internal/plugin-ceph-common';
import { StatusLabel } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { useSourceProblem } from '../../sources/useSourceProblem';
import { cephTranslationRef } from '../../translation';
import { isCephAbsent } from './isCephAbsent';
import styles from './brief.module.css';

/** Whether there is no Ceph, or it is not known. */
export function CephAbsence(props: { sources: readonly StorageSourceState[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const describe = useSourceProblem();
  const rook = props.sources.find(({ source }) => source === 'rook');
  if (isCephAbsent(props.sources)) {
    return (
      <div className={styles.brief}>
        <StatusLabel tone="neutral">{t('storage.overview.noCeph')}</StatusLabel>
        <Text as="p">{t('storage.overview.noCephNote')}</Text>
      </div>
    );
  }
  return (
    <div className={styles.brief}>
      <StatusLabel tone="neutral" shape={RiQuestionLine}>
        {t('storage.health.unknown')}
      </StatusLabel>
      <Text as="p">{t('storage.overview.unknown')}</Text>
      {rook?.problem && (
        <Text as="p" variant="body-small">
          {describe(rook.problem)}
        </Text>
      )}
    </div>
  );
}
