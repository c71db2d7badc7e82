import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState } from '../empty/EmptyState';
import { portalUiTranslationRef } from '../translation';

/** Leads out of filters that no row fits. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <EmptyState
      title={t('noMatch.title')}
      description={t('noMatch.description')}
      action={
        <Button variant="secondary" onPress={onClear}>
          {t('filter.clear')}
        </Button>
      }
    />
  );
}
