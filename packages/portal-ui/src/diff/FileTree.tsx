import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiFolder3Line, RiFolderOpenLine } from '@remixicon/react';
import { KeyboardEvent, useMemo, useRef, useState } from 'react';
import { portalUiTranslationRef } from '../translation';
import { FileChange } from './FileChange';
import { FileTreeRow } from './FileTreeRow';
import { KindMark } from './KindMark';
import { buildFileTree } from './buildFileTree';
import { moveInTree } from './moveInTree';
import { revealHidden } from './revealHidden';
import styles from './FileTree.module.css';

export interface FileTreeProps {
  changes: readonly FileChange[];
  onSelect: (path: string) => void;
}

/** Changed files as a tree; arrows move, Enter goes to the file. */
export function FileTree({ changes, onSelect }: FileTreeProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const items = useRef(new Map<string, HTMLElement>());
  const allRows = useMemo(() => buildFileTree(changes), [changes]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const rows = visibleRows(allRows, closed);
  const activeRow = rows.find(row => row.id === active) ?? rows[0];

  const toggle = (id: string, open: boolean) =>
    setClosed(before => {
      const next = new Set(before);
      if (open) {
        next.delete(id);
      } else {
        next.add(id);
      }
      return next;
    });
  const choose = (row: FileTreeRow) => {
    setActive(row.id);
    if (row.type === 'file') {
      onSelect(row.id);
    } else {
      toggle(row.id, closed.has(row.id));
    }
  };
  const onKeyDown = (event: KeyboardEvent, row: FileTreeRow) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(row);
      return;
    }
    const isRightToLeft =
      getComputedStyle(event.currentTarget).direction === 'rtl';
    const move = moveInTree(rows, row, event.key, { closed, isRightToLeft });
    if (!move) {
      return;
    }
    event.preventDefault();
    if (move.type === 'focus') {
      setActive(move.id);
      items.current.get(move.id)?.focus();
    } else {
      toggle(row.id, move.type === 'open');
    }
  };

  return (
    <ul role="tree" aria-label={t('tree.label')} className={styles.root}>
      {rows.map(row => (
        <li
          key={row.id}
          ref={element => {
            if (element) {
              items.current.set(row.id, element);
            } else {
              items.current.delete(row.id);
            }
          }}
          role="treeitem"
          aria-selected={row.id === active}
          aria-level={row.level}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-expanded={
            row.type === 'folder' ? !closed.has(row.id) : undefined
          }
          tabIndex={row === activeRow ? 0 : -1}
          className={styles.item}
          style={{ paddingInlineStart: `${row.level - 1}rem` }}
          onClick={() => choose(row)}
          onKeyDown={event => onKeyDown(event, row)}
        >
          {row.type === 'file' ? (
            <KindMark kind={row.kind} />
          ) : (
            <FolderMark isOpen={!closed.has(row.id)} />
          )}
          <bdi dir="ltr" className={styles.name}>
            {revealHidden(row.name)}
          </bdi>
          {row.type === 'file' && (
            <VisuallyHidden>{t(`diff.kind.${row.kind}`)}</VisuallyHidden>
          )}
        </li>
      ))}
    </ul>
  );
}

function FolderMark({ isOpen }: { isOpen: boolean }) {
  const Shape = isOpen ? RiFolderOpenLine : RiFolder3Line;
  return <Shape className={styles.folder} aria-hidden="true" />;
}

function visibleRows(
  rows: readonly FileTreeRow[],
  closed: ReadonlySet<string>,
): FileTreeRow[] {
  const hiddenFolders = new Set<string>();
  return rows.filter(row => {
    const isHidden =
      row.parent !== undefined &&
      (closed.has(row.parent) || hiddenFolders.has(row.parent));
    if (isHidden && row.type === 'folder') {
      hiddenFolders.add(row.id);
    }
    return !isHidden;
  });
}
