import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { Ref, useId } from 'react';
import { portalUiTranslationRef } from '../translation';
import { DiffCounts } from './DiffCounts';
import { DiffRow } from './DiffRow';
import { DiffTable } from './DiffTable';
import { FileChange } from './FileChange';
import { KindMark } from './KindMark';
import { countLines } from './countLines';
import { revealHidden } from './revealHidden';
import styles from './DiffView.module.css';

export interface FileDiffProps {
  change: FileChange;
  rows: readonly DiffRow[];
  isOpen: boolean;
  onToggle: () => void;
  headerRef: Ref<HTMLButtonElement>;
}

/** One file: what happens to it, and its lines when it is open. */
export function FileDiff(props: FileDiffProps) {
  const { change, rows, isOpen, onToggle, headerRef } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);
  const contentId = useId();
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <div className={styles.file}>
      <h3 className={styles.heading}>
        <button
          ref={headerRef}
          type="button"
          className={styles.header}
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          onClick={onToggle}
        >
          <Arrow className={styles.arrow} aria-hidden="true" />
          <bdi className={styles.path} dir="ltr">
            {revealHidden(change.path)}
          </bdi>
          <span className={styles.kind}>
            <KindMark kind={change.kind} />
            {t(`diff.kind.${change.kind}`)}
          </span>
          <DiffCounts {...countLines(rows)} />
        </button>
      </h3>
      {isOpen && (
        <div id={contentId}>
          <DiffTable path={change.path} rows={rows} />
        </div>
      )}
    </div>
  );
}
