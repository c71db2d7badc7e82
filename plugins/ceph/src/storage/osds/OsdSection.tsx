import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { CephDetail } from '@internal/plugin-ceph-common';
import { Section } from '@internal/portal-ui';
import { RiLayoutGridLine, RiTableLine } from '@remixicon/react';
import { useState } from 'react';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { fillLimits } from './fillLimits';
import { isOsdListCurrent } from './isOsdListCurrent';
import { OsdMap } from './OsdMap';
import { OsdTable } from './OsdTable';
import styles from '../storage.module.css';

const views = ['map', 'table'] as const;
const icons = { map: <RiLayoutGridLine />, table: <RiTableLine /> };

/** The disks Ceph works with, where they are, or in rows. */
export function OsdSection({ ceph }: { ceph: CephDetail }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const [view, setView] = useState<(typeof views)[number]>('map');
  const limits = fillLimits(ceph);
  const isCurrent = isOsdListCurrent(ceph);
  return (
    <Section title={t('storage.osd.title')}>
      <div className={styles.stack}>
        <p className={styles.note}>{t('storage.osd.explained')}</p>
        <ReadingText reading={ceph.osdList}>
          {osds => (
            <>
              <ToggleButtonGroup
                aria-label={t('storage.osd.view.label')}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[view]}
                onSelectionChange={keys => {
                  const chosen = views.find(name => keys.has(name));
                  if (chosen) {
                    setView(chosen);
                  }
                }}
              >
                {views.map(name => (
                  <ToggleButton key={name} id={name} iconStart={icons[name]}>
                    {t(`storage.osd.view.${name}`)}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              {view === 'map' ? (
                <OsdMap
                  place={ceph}
                  osds={osds}
                  limits={limits}
                  isCurrent={isCurrent}
                />
              ) : (
                <OsdTable osds={osds} limits={limits} isCurrent={isCurrent} />
              )}
            </>
          )}
        </ReadingText>
      </div>
    </Section>
  );
}
