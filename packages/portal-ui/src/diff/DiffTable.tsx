import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { portalUiTranslationRef } from '../translation';
import { DiffLine } from './DiffLine';
import { DiffRow } from './DiffRow';
import { foldContext } from './foldContext';
import styles from './DiffTable.module.css';

export interface DiffTableProps {
  path: string;
  rows: readonly DiffRow[];
}

const contextLines = 3;

/** Lines drawn of one section before a button offers more. */
const drawnAtOnce = 500;

/** The lines of one file's diff. */
export function DiffTable({ path, rows }: DiffTableProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const [shown, setShown] = useState<Record<number, number>>({});
  const sections = foldContext(rows, contextLines);

  if (rows.length === 0) {
    return <p className={styles.note}>{t('diff.emptyFile')}</p>;
  }
  return (
    <div
      className={styles.scroll}
      dir="ltr"
      role="region"
      aria-label={t('diff.contentOf', { path })}
      // Long lines scroll, and a keyboard must be able to scroll them.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {(['before', 'after', 'mark', 'text'] as const).map(column => (
              <th key={column} scope="col">
                <VisuallyHidden>{t(`diff.column.${column}`)}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        {sections.map((section, index) => {
          const limit = shown[index] ?? (section.folded ? 0 : drawnAtOnce);
          const rest = section.rows.length - limit;
          const showMore = () =>
            setShown(before => ({ ...before, [index]: limit + drawnAtOnce }));
          return (
            // Sections of one diff never change places.
            // eslint-disable-next-line react/no-array-index-key
            <tbody key={index}>
              {section.rows.slice(0, limit).map(row => (
                <DiffLine key={`${row.before} ${row.after}`} row={row} />
              ))}
              {rest > 0 && (
                <tr>
                  <td colSpan={4} className={styles.fold}>
                    <button
                      type="button"
                      className={styles.more}
                      dir="auto"
                      onClick={showMore}
                    >
                      {section.folded
                        ? t('diff.unchanged', { count: rest })
                        : t('diff.more', { count: rest })}
                    </button>
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
