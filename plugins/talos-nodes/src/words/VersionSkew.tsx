import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../translation';

/** How many versions something is behind the newest in the fleet, in colour and words. */
export function VersionSkew({ behind }: { behind: number | undefined }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  if (behind === undefined || behind < 0) {
    return null;
  }
  if (behind === 0) {
    return <SmallText>{t('skew.newest')}</SmallText>;
  }
  return (
    <StatusLabel tone={behind > 1 ? 'negative' : 'warning'}>
      {t('skew.behind', { count: behind, number: number(behind) })}
    </StatusLabel>
  );
}
