import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { forwardRef, useImperativeHandle, useRef } from 'react';
import { portalUiTranslationRef } from '../translation';
import { DiffView, DiffViewHandle } from './DiffView';
import { FileChange } from './FileChange';
import { FileTree } from './FileTree';
import styles from './ChangedFiles.module.css';

export interface ChangedFilesProps {
  changes: readonly FileChange[];
}

/** The tree of changed files beside their diffs; one leads to the other. */
export const ChangedFiles = forwardRef<DiffViewHandle, ChangedFilesProps>(
  ({ changes }, ref) => {
    const { t } = useTranslationRef(portalUiTranslationRef);
    const diff = useRef<DiffViewHandle>(null);
    const reveal = (path: string) => diff.current?.reveal(path);
    useImperativeHandle(ref, () => ({ reveal }));

    return (
      <div className={styles.container}>
        <div className={styles.root}>
          {changes.length > 0 && (
            <div className={styles.tree}>
              <Text as="p" variant="body-medium" weight="bold">
                {t('diff.files', { count: changes.length })}
              </Text>
              <FileTree changes={changes} onSelect={reveal} />
            </div>
          )}
          <div className={styles.diff}>
            <DiffView ref={diff} changes={changes} />
          </div>
        </div>
      </div>
    );
  },
);
ChangedFiles.displayName = 'ChangedFiles';
