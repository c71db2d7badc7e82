import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useLanguage } from '../language/useLanguage';
import { portalUiTranslationRef } from '../translation';
import styles from './Pagination.module.css';

export interface PaginationProps {
  /** 0-based number of the first row shown. */
  offset?: number;
  pageSize: number;
  totalCount?: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  onNextPage: () => void;
  onPreviousPage: () => void;
}

/** Page buttons under a table, as `useTable` drives them, in the UI's language. */
export function Pagination(props: PaginationProps) {
  const { offset = 0, pageSize, totalCount = 0 } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);
  const format = new Intl.NumberFormat(useLanguage());
  return (
    <nav className={styles.root} aria-label={t('pagination.label')}>
      <Text as="span" variant="body-medium" role="status">
        {t('pagination.range', {
          first: format.format(Math.min(offset + 1, totalCount)),
          last: format.format(Math.min(offset + pageSize, totalCount)),
          total: format.format(totalCount),
        })}
      </Text>
      <span className={styles.buttons}>
        <ButtonIcon
          variant="secondary"
          icon={<RiArrowLeftSLine />}
          aria-label={t('pagination.previous')}
          isDisabled={!props.hasPreviousPage}
          onPress={props.onPreviousPage}
        />
        <ButtonIcon
          variant="secondary"
          icon={<RiArrowRightSLine />}
          aria-label={t('pagination.next')}
          isDisabled={!props.hasNextPage}
          onPress={props.onNextPage}
        />
      </span>
    </nav>
  );
}
