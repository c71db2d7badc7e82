import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { ArchitectureShare } from '../fleet/sumNodes';
import { talosNodesTranslationRef } from '../translation';
import { useMachinePath } from '../words/useMachinePath';
import styles from './cards.module.css';

const mostNamed = 8;

/** Where an app that is bound to an architecture could still move to. */
export function Destinations(props: {
  share: ArchitectureShare;
  architecture: string;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const pathOf = useMachinePath();
  const { architecture, share } = props;
  const { ready, machines } = share;
  if (ready.length === 0) {
    return (
      <StatusLabel tone="negative">
        {t('card.staysNone', { architecture })}
      </StatusLabel>
    );
  }
  if (ready.length === 1) {
    return (
      <StatusLabel tone="warning">
        {t(machines === 1 ? 'card.staysOne' : 'card.staysReady', {
          architecture,
        })}
      </StatusLabel>
    );
  }
  const rest = ready.length - mostNamed;
  return (
    <>
      <SmallText>
        {t('card.moves', { architecture, number: number(ready.length) })}
      </SmallText>
      <ul className={styles.names}>
        {ready.slice(0, mostNamed).map(node => (
          <li key={node.name}>
            <Link href={pathOf(node)} variant="body-small">
              <bdi>{node.name}</bdi>
            </Link>
          </li>
        ))}
        {rest > 0 && (
          <li>{t('card.more', { count: rest, number: number(rest) })}</li>
        )}
      </ul>
    </>
  );
}
