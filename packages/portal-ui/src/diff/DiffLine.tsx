import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { memo } from 'react';
import { portalUiTranslationRef } from '../translation';
import { DiffRow } from './DiffRow';
import { markWords } from './markWords';
import { revealHidden } from './revealHidden';
import styles from './DiffTable.module.css';

const signs = { context: '', added: '+', removed: '-' };

/** One line: its numbers, its sign, its text with the changed words marked. */
export const DiffLine = memo(({ row }: { row: DiffRow }) => {
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <tr className={styles.line} data-kind={row.kind}>
      <td className={styles.number}>{row.before}</td>
      <td className={styles.number}>{row.after}</td>
      <td className={styles.sign}>{signs[row.kind]}</td>
      <td className={styles.text}>
        {markWords(row).map((part, index) =>
          part.marked ? (
            // Parts of one line never change places.
            // eslint-disable-next-line react/no-array-index-key
            <mark key={index}>{revealHidden(part.text)}</mark>
          ) : (
            revealHidden(part.text)
          ),
        )}
        {row.lacksNewline && (
          <span className={styles.hint}>{t('diff.noFinalNewline')}</span>
        )}
      </td>
    </tr>
  );
});
DiffLine.displayName = 'DiffLine';
