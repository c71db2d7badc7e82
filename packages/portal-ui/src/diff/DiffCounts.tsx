import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { portalUiTranslationRef } from '../translation';
import { LineCounts } from './countLines';
import styles from './DiffView.module.css';

/** `+12 -3`, and the same in words for those who listen. */
export function DiffCounts({ added, removed }: LineCounts) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <span className={styles.counts}>
      <span aria-hidden="true" dir="ltr">
        <span data-kind="added">+{added}</span>{' '}
        <span data-kind="removed">-{removed}</span>
      </span>
      <VisuallyHidden>
        {t('diff.added', { count: added })}{' '}
        {t('diff.removed', { count: removed })}
      </VisuallyHidden>
    </span>
  );
}
