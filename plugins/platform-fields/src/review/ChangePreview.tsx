import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { Preview } from '@internal/plugin-change-requests-common';
import {
  ChangedFiles,
  FindingList,
  RelativeTime,
  type AsyncResult,
  type DiffViewHandle,
} from '@internal/portal-ui';
import { RiRefreshLine } from '@remixicon/react';
import { useRef } from 'react';
import { platformFieldsTranslationRef } from '../translation';
import styles from './ReviewStep.module.css';

/** Commit, checks and every changed file of a preview. */
export function ChangePreview(props: {
  preview: Preview;
  result: AsyncResult<Preview>;
}) {
  const { preview, result } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const files = useRef<DiffViewHandle>(null);
  const isRefused = preview.findings.some(
    ({ severity }) => severity === 'error',
  );
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <Text as="p" color="secondary">
          {t('review.against', {
            commit: <code>{preview.commit.slice(0, 8)}</code>,
            platform: <bdi>{preview.platform}</bdi>,
            time: <RelativeTime value={preview.observedAt} />,
          })}
        </Text>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiRefreshLine aria-hidden="true" />}
          isPending={result.status === 'ready' && result.isRefreshing}
          onPress={result.reload}
        >
          {t('review.refresh')}
        </Button>
      </div>
      <section aria-label={t('review.findings')}>
        <FindingList
          findings={preview.findings}
          shownFiles={preview.edits.map(edit => edit.path)}
          onSelectFile={path => files.current?.reveal(path)}
        />
      </section>
      {(preview.edits.length > 0 || !isRefused) && (
        <ChangedFiles ref={files} changes={preview.edits} />
      )}
    </div>
  );
}
