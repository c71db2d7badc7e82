import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import { Section } from '@internal/portal-ui';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { ObjectCounts } from './ObjectCounts';
import { PlacementGroupsPicture } from './PlacementGroupsPicture';
import styles from '../storage.module.css';

/** How the pieces are that Ceph keeps data in. */
export function PlacementGroupsSection(props: {
  placementGroups: CephDetail['placementGroups'];
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <Section title={t('storage.pg.title')}>
      <div className={styles.stack}>
        <p className={styles.note}>{t('storage.pg.explained')}</p>
        <ReadingText reading={props.placementGroups}>
          {value => (
            <>
              <PlacementGroupsPicture states={value.states} />
              <ObjectCounts objects={value.objects} />
            </>
          )}
        </ReadingText>
      </div>
    </Section>
  );
}
