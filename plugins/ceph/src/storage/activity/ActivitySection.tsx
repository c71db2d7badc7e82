import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CephDetail,
  CephSample,
  storageReadPermission,
} from '@internal/plugin-ceph-common';
import {
  AsyncContent,
  RelativeTime,
  Section,
  useAsyncData,
  useUnits,
} from '@internal/portal-ui';
import { cephApiRef } from '../../api/CephApi';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { TimeChart } from '../charts/TimeChart';
import chartStyles from '../charts/charts.module.css';
import styles from '../storage.module.css';

const hours = 24;
const hourMilliseconds = 3_600_000;
const refreshMilliseconds = 30_000;
const kinds = [
  'readBytesPerSecond',
  'writtenBytesPerSecond',
  'recoveredBytesPerSecond',
] as const;

/** What clients read and write and what Ceph repairs, now and over the last day. */
export function ActivitySection({ ceph }: { ceph: CephDetail }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const api = useApi(cephApiRef);
  const { platform, cluster, name, activity } = ceph;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, name]),
    load: signal => api.listSamples({ platform, cluster, name }, hours, signal),
    pollEvery: refreshMilliseconds,
  });
  const to = Date.now();
  return (
    <Section title={t('storage.activity.title')}>
      <div className={styles.stack}>
        <AsyncContent result={result} permission={storageReadPermission.name}>
          {samples => {
            const from = Math.max(
              to - hours * hourMilliseconds,
              new Date(samples[0]?.at ?? to).getTime(),
            );
            return (
              <>
                <div className={chartStyles.charts}>
                  {kinds.map(kind => (
                    <TimeChart
                      key={kind}
                      name={t(`storage.activity.${kind}`)}
                      now={
                        activity.known
                          ? units.bytesPerSecond(activity.value[kind])
                          : t('storage.activity.unknown')
                      }
                      points={samples.map((sample: CephSample) => ({
                        at: new Date(sample.at).getTime(),
                        value: sample[kind],
                      }))}
                      from={from}
                      to={to}
                      format={units.bytesPerSecond}
                    />
                  ))}
                </div>
                {samples.length > 0 && (
                  <p className={styles.note}>
                    {t('storage.activity.span', {
                      time: <RelativeTime value={new Date(from)} />,
                    })}
                  </p>
                )}
              </>
            );
          }}
        </AsyncContent>
        <p className={styles.note}>
          <ReadingText reading={activity}>
            {({ readsPerSecond, writesPerSecond }) =>
              t('storage.activity.operations', {
                reads: units.number(readsPerSecond),
                writes: units.number(writesPerSecond),
              })
            }
          </ReadingText>
        </p>
      </div>
    </Section>
  );
}
