import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeLive } from '@internal/plugin-talos-nodes-common';
import { ProgressBar, Section, useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import { Chart } from './Chart';
import styles from './live.module.css';

export interface LiveChartsProps {
  latest: NodeLive;
  /** Oldest first. */
  samples: readonly NodeLive[];
}

/** The last answers of a machine as small charts, each said in words too. */
export function LiveCharts({ latest, samples }: LiveChartsProps) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const units = useUnits();
  const oneDigit = (value: number) => units.number(value, 2);
  const used = ({ memory }: NodeLive) =>
    memory.totalBytes - memory.availableBytes;
  const { load, memory } = latest;
  return (
    <>
      <Section title={t('live.machineTitle')}>
        <div className={styles.charts}>
          <Chart
            name={t('live.processor')}
            values={samples.map(sample => sample.processorUse)}
            highest={1}
            format={units.percent}
          />
          <Chart
            name={t('live.memory')}
            values={samples.map(used)}
            highest={memory.totalBytes}
            format={units.memoryBytes}
            note={t('live.of', {
              used: units.memoryBytes(used(latest)),
              total: units.memoryBytes(memory.totalBytes),
            })}
          />
          <Chart
            name={t('live.load')}
            values={samples.map(sample => sample.load.one)}
            format={oneDigit}
            note={`${t('live.loads', {
              one: oneDigit(load.one),
              five: oneDigit(load.five),
              fifteen: oneDigit(load.fifteen),
            })} ${t('live.loadsMean')}`}
          />
        </div>
      </Section>
      {latest.disks.length > 0 && (
        <Section title={t('live.disksTitle')}>
          <div className={styles.charts}>
            {latest.disks.flatMap(({ name }) => {
              const of = (sample: NodeLive) =>
                sample.disks.find(disk => disk.name === name);
              return [
                <Chart
                  key={`${name} read`}
                  name={t('live.read', { name })}
                  values={samples.map(sample => of(sample)?.read)}
                  format={units.bytesPerSecond}
                />,
                <Chart
                  key={`${name} written`}
                  name={t('live.written', { name })}
                  values={samples.map(sample => of(sample)?.written)}
                  format={units.bytesPerSecond}
                />,
              ];
            })}
          </div>
        </Section>
      )}
      {latest.links.length > 0 && (
        <Section title={t('live.linksTitle')}>
          <div className={styles.charts}>
            {latest.links.flatMap(({ name }) => {
              const of = (sample: NodeLive) =>
                sample.links.find(link => link.name === name);
              return [
                <Chart
                  key={`${name} received`}
                  name={t('live.received', { name })}
                  values={samples.map(sample => of(sample)?.received)}
                  format={units.bytesPerSecond}
                />,
                <Chart
                  key={`${name} sent`}
                  name={t('live.sent', { name })}
                  values={samples.map(sample => of(sample)?.sent)}
                  format={units.bytesPerSecond}
                />,
              ];
            })}
          </div>
        </Section>
      )}
      {latest.mounts.length > 0 && (
        <Section title={t('live.mounts')}>
          <ul className={styles.mounts}>
            {latest.mounts.map(mount => {
              const taken = mount.sizeBytes - mount.availableBytes;
              return (
                <li key={mount.mountedOn} className={styles.mount}>
                  <span className={styles.mountLine}>
                    <code dir="ltr">{mount.mountedOn}</code>
                    <span>
                      {t('live.of', {
                        used: units.diskBytes(taken),
                        total: units.diskBytes(mount.sizeBytes),
                      })}
                    </span>
                  </span>
                  <ProgressBar
                    label={mount.mountedOn}
                    value={mount.sizeBytes > 0 ? taken / mount.sizeBytes : 0}
                  />
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </>
  );
}
