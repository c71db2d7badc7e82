import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hardware, UnknownReason } from '@internal/plugin-talos-nodes-common';
import { Section, SmallText, useUnits } from '@internal/portal-ui';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import styles from './hardware.module.css';

/** What is plugged in, by class, each folded. */
export function PciSection(props: {
  devices: Hardware['pciDevices'];
  /** Why nobody told them. */
  unread?: UnknownReason;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const { devices, unread } = props;
  const classes = [...new Set(devices.map(device => device.class))].sort();
  return (
    <Section title={t('hardware.pci')}>
      {devices.length === 0 && (
        <ListNote unread={unread} none={t('hardware.noPci')} />
      )}
      {classes.map(name => {
        const ofClass = devices.filter(device => device.class === name);
        return (
          <details key={name} className={styles.fold}>
            <summary>
              <bdi>{name}</bdi> <SmallText>{number(ofClass.length)}</SmallText>
            </summary>
            <ul className={styles.devices}>
              {ofClass.map(device => (
                <li key={device.address}>
                  <bdi>
                    {device.vendor} {device.product}
                  </bdi>{' '}
                  <SmallText>
                    <code dir="ltr">{device.address}</code>
                    {device.driver && (
                      <> {t('hardware.driver', { driver: device.driver })}</>
                    )}
                  </SmallText>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Section>
  );
}
