import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hardware, UnknownReason } from '@internal/plugin-talos-nodes-common';
import {
  CopyButton,
  RowColumn,
  RowTable,
  Section,
  SmallText,
  StatusLabel,
  useUnits,
} from '@internal/portal-ui';
import { FactValue } from '../../facts/FactValue';
import { ListNote } from '../../facts/ListNote';
import { Unknown } from '../../facts/Unknown';
import { talosNodesTranslationRef } from '../../translation';
import styles from './hardware.module.css';

type Link = Hardware['links'][number];

const order = ['physical', 'bond', 'bridge', 'vlan'];

/** Ports, and what is built of them. */
export function LinksSection(props: {
  links: Link[];
  /** Why nobody told them. */
  unread?: UnknownReason;
}) {
  const { links, unread } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { linkSpeed, plainNumber } = useUnits();
  const columns: RowColumn<Link>[] = [
    {
      id: 'name',
      label: t('hardware.link'),
      width: '1fr',
      cell: link => (
        <>
          <bdi>{link.name}</bdi>
          <SmallText>
            {t(`hardware.kind.${link.kind}`)}
            {link.master && (
              <>, {t('hardware.memberOf', { name: link.master })}</>
            )}
          </SmallText>
        </>
      ),
    },
    {
      id: 'state',
      label: t('hardware.linkState'),
      width: '0.8fr',
      cell: link => (
        <StatusLabel tone={link.up ? 'positive' : 'neutral'}>
          {t(link.up ? 'hardware.linkUp' : 'hardware.linkDown')}
        </StatusLabel>
      ),
    },
    {
      id: 'speed',
      label: t('hardware.speed'),
      width: '1fr',
      cell: link => (
        <>
          {link.speedMegabits.known ? (
            <FactValue fact={link.speedMegabits}>{linkSpeed}</FactValue>
          ) : (
            <Unknown reason={link.speedMegabits.reason} />
          )}
          {(link.duplex.known || link.mtu !== undefined) && (
            <SmallText>
              {[
                link.duplex.known &&
                  t('hardware.duplex', { duplex: link.duplex.value }),
                link.mtu !== undefined &&
                  t('hardware.mtu', { number: plainNumber(link.mtu) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'mac',
      label: t('hardware.mac'),
      width: '1.3fr',
      cell: link =>
        link.macAddress ? (
          <span className={styles.copyable}>
            <code dir="ltr" className={styles.mac}>
              {link.macAddress}
            </code>
            <CopyButton
              name={`${t('hardware.mac')} ${link.name}`}
              text={link.macAddress}
            />
          </span>
        ) : (
          t('fact.unknown')
        ),
    },
    {
      id: 'device',
      label: t('hardware.device'),
      width: '1.6fr',
      cell: link => (
        <>
          {link.product && <bdi>{link.product}</bdi>}
          <SmallText>
            {[
              link.driver && t('hardware.driver', { driver: link.driver }),
              link.firmware,
            ]
              .filter(Boolean)
              .join(' · ')}
          </SmallText>
        </>
      ),
    },
    {
      id: 'addresses',
      label: t('machine.addresses'),
      width: '1.3fr',
      cell: link =>
        link.addresses.map(address => (
          <code key={address} dir="ltr">
            {address}
          </code>
        )),
    },
  ];
  return (
    <Section title={t('hardware.links')}>
      {links.length === 0 ? (
        <ListNote unread={unread} none={t('hardware.noLinks')} />
      ) : (
        <RowTable
          label={t('hardware.ports')}
          columns={columns}
          rows={[...links].sort(
            (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
          )}
          keyOf={link => link.name}
        />
      )}
    </Section>
  );
}
