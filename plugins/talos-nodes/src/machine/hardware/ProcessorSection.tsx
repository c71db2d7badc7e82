import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hardware, UnknownReason } from '@internal/plugin-talos-nodes-common';
import { Fact, FactList, Section, useUnits } from '@internal/portal-ui';
import { FactText, FactValue } from '../../facts/FactValue';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import styles from './hardware.module.css';

type Processor = Hardware['processors'][number];

/** What computes, socket by socket, empty ones too. */
export function ProcessorSection(props: {
  hardware: Hardware;
  /** Why nobody told its sockets. */
  unread?: UnknownReason;
}) {
  const { hardware, unread } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number, celsius, watts } = useUnits();
  const { processor, processors } = hardware;
  return (
    <Section title={t('hardware.processor')}>
      <FactList>
        <Fact name={t('hardware.name')}>
          <FactText fact={processor.name} />
        </Fact>
        <Fact name={t('hardware.cores')}>
          <FactValue fact={processor.cores}>{cores => number(cores)}</FactValue>
        </Fact>
        <Fact name={t('hardware.threads')}>
          <FactValue fact={processor.threads}>
            {threads => number(threads)}
          </FactValue>
        </Fact>
        {processor.temperatureCelsius && (
          <Fact name={t('hardware.temperature')}>
            <FactValue fact={processor.temperatureCelsius}>{celsius}</FactValue>
          </Fact>
        )}
        {processor.powerWatts && (
          <Fact name={t('hardware.power')}>
            <FactValue fact={processor.powerWatts}>{watts}</FactValue>
          </Fact>
        )}
        <Fact name={t('hardware.sockets')}>
          {processors.length === 0 ? (
            <ListNote unread={unread} none={t('hardware.noSockets')} />
          ) : (
            <ul className={styles.sockets}>
              {processors.map(socket => (
                <Socket key={socket.socket} processor={socket} />
              ))}
            </ul>
          )}
        </Fact>
      </FactList>
    </Section>
  );
}

function Socket({ processor }: { processor: Processor }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number, frequency } = useUnits();
  const { cores, threads, maxMegahertz } = processor;
  const details = [
    cores.known &&
      t('amount.cores', { count: cores.value, number: number(cores.value) }),
    threads.known &&
      t('amount.threads', {
        count: threads.value,
        number: number(threads.value),
      }),
    maxMegahertz.known &&
      `${t('hardware.maximum')}: ${frequency(maxMegahertz.value)}`,
  ].filter(Boolean);
  return (
    <li className={styles.socket} data-populated={processor.populated}>
      <strong>
        <bdi>{processor.socket}</bdi>
      </strong>
      {processor.populated ? (
        <>
          <FactText fact={processor.name} />
          {details.length > 0 && (
            <span className={styles.small}>{details.join(' · ')}</span>
          )}
        </>
      ) : (
        <span className={styles.small}>{t('hardware.socketEmpty')}</span>
      )}
    </li>
  );
}
