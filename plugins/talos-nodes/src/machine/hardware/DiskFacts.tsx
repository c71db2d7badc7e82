import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Disk } from '@internal/plugin-talos-nodes-common';
import { Fact, FactList, useUnits } from '@internal/portal-ui';
import { FactText, FactToCopy, FactValue } from '../../facts/FactValue';
import { talosNodesTranslationRef } from '../../translation';
import styles from './hardware.module.css';

/** What one needs to find a disk again, and how it fares. */
export function DiskFacts({ disk }: { disk: Disk }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { celsius } = useUnits();
  return (
    <div className={styles.diskFacts}>
      <FactList>
        <Fact name={t('hardware.model')}>
          <FactText fact={disk.model} />
        </Fact>
        <Fact name={t('hardware.serial')}>
          <FactToCopy
            fact={disk.serial}
            name={`${t('hardware.serial')} ${disk.name}`}
          />
        </Fact>
        <Fact name={t('hardware.wwid')}>
          <FactToCopy
            fact={disk.wwid}
            name={`${t('hardware.wwid')} ${disk.name}`}
          />
        </Fact>
      </FactList>
      <FactList>
        <Fact name={t('hardware.transport')}>
          <FactText fact={disk.transport} />
        </Fact>
        <Fact name={t('hardware.firmware')}>
          <FactText fact={disk.firmware} />
        </Fact>
        <Fact name={t('hardware.temperature')}>
          <FactValue fact={disk.temperatureCelsius}>{celsius}</FactValue>
        </Fact>
        <Fact name={t('hardware.health')}>
          <FactValue fact={disk.healthy}>
            {healthy => t(healthy ? 'hardware.healthy' : 'hardware.failing')}
          </FactValue>
        </Fact>
      </FactList>
    </div>
  );
}
