import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import {
  Fact,
  FactList,
  Section,
  SmallText,
  useUnits,
} from '@internal/portal-ui';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { Filesystems } from './Filesystems';
import { Monitors } from './Monitors';
import styles from '../storage.module.css';

/** What makes Ceph run besides the OSDs: monitors, managers, metadata servers. */
export function DaemonsSection({ ceph }: { ceph: CephDetail }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  return (
    <Section title={t('storage.daemon.title')}>
      <FactList>
        <Fact name={t('storage.daemon.monitors')}>
          <ReadingText reading={ceph.monitors}>
            {monitors => <Monitors monitors={monitors} />}
          </ReadingText>
        </Fact>
        <Fact name={t('storage.daemon.managers')}>
          <ReadingText reading={ceph.managers}>
            {({ active, standbys, nodes }) => (
              <span className={styles.lines}>
                <span>
                  {active
                    ? t('storage.daemon.active', { name: <bdi>{active}</bdi> })
                    : t('storage.daemon.noManager')}
                </span>
                <SmallText>
                  {standbys.length > 0
                    ? t('storage.daemon.standbys', {
                        names: <bdi>{standbys.join(', ')}</bdi>,
                      })
                    : t('storage.daemon.noStandby')}
                </SmallText>
                {nodes.length > 0 && (
                  <SmallText>
                    {t('storage.daemon.on', {
                      nodes: <bdi>{nodes.join(', ')}</bdi>,
                    })}
                  </SmallText>
                )}
              </span>
            )}
          </ReadingText>
        </Fact>
        <Fact name={t('storage.daemon.filesystems')}>
          <ReadingText reading={ceph.filesystems}>
            {filesystems =>
              filesystems.length > 0 ? (
                <Filesystems filesystems={filesystems} />
              ) : (
                t('storage.daemon.noFilesystems')
              )
            }
          </ReadingText>
        </Fact>
        {ceph.versions.length > 0 && (
          <Fact name={t('storage.daemon.versions')}>
            <span className={styles.lines}>
              {ceph.versions.map(({ version, daemons }) => (
                <span key={version}>
                  <bdi>{version}</bdi>{' '}
                  <SmallText>
                    {t('storage.daemon.count', {
                      count: daemons,
                      number: number(daemons),
                    })}
                  </SmallText>
                </span>
              ))}
            </span>
          </Fact>
        )}
        {ceph.fsid && (
          <Fact name={t('storage.daemon.fsid')}>
            <code dir="ltr">{ceph.fsid}</code>
          </Fact>
        )}
      </FactList>
    </Section>
  );
}
