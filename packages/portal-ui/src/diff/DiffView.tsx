import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  forwardRef,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { EmptyState } from '../empty/EmptyState';
import { portalUiTranslationRef } from '../translation';
import { FileChange } from './FileChange';
import { FileDiff } from './FileDiff';
import { buildDiffRows } from './buildDiffRows';
import { openWithinBudget } from './openWithinBudget';
import styles from './DiffView.module.css';

export interface DiffViewProps {
  changes: readonly FileChange[];
}

export interface DiffViewHandle {
  /** Opens a file, scrolls to it and moves the focus to its header. */
  reveal(path: string): void;
}

/** The unified diff of every file of a change. */
export const DiffView = forwardRef<DiffViewHandle, DiffViewProps>(
  ({ changes }, ref) => {
    const { t } = useTranslationRef(portalUiTranslationRef);
    const headers = useRef(new Map<string, HTMLButtonElement>());
    const files = useMemo(
      () => changes.map(change => ({ change, rows: buildDiffRows(change) })),
      [changes],
    );
    const openAtFirst = useMemo(() => openWithinBudget(files), [files]);
    /** What the user opened or closed, by path. */
    const [choices, setChoices] = useState<Record<string, boolean>>({});

    useImperativeHandle(ref, () => ({
      reveal: path => {
        setChoices(before => ({ ...before, [path]: true }));
        const header = headers.current.get(path);
        header?.focus({ preventScroll: true });
        header?.scrollIntoView({ block: 'start' });
      },
    }));

    if (files.length === 0) {
      return (
        <EmptyState
          title={t('diff.none.title')}
          description={t('diff.none.description')}
          headingLevel="h3"
        />
      );
    }
    return (
      <div className={styles.root}>
        {files.map(({ change, rows }) => {
          const { path } = change;
          const isOpen = choices[path] ?? openAtFirst.has(path);
          return (
            <FileDiff
              key={path}
              change={change}
              rows={rows}
              isOpen={isOpen}
              onToggle={() =>
                setChoices(before => ({ ...before, [path]: !isOpen }))
              }
              headerRef={element => {
                if (element) {
                  headers.current.set(path, element);
                } else {
                  headers.current.delete(path);
                }
              }}
            />
          );
        })}
      </div>
    );
  },
);
DiffView.displayName = 'DiffView';
