import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { StatusLabel } from '../status/StatusLabel';
import { StatusTone } from '../status/StatusTone';
import { portalUiTranslationRef } from '../translation';
import { FindingItem } from './FindingItem';
import { FindingPlace } from './FindingPlace';
import styles from './FindingList.module.css';

export interface FindingEntryProps {
  finding: FindingItem;
  /** Shows the file; without it the place links to the forge or is named only. */
  onSelectFile?: (path: string) => void;
  /** What else is known of it, under the sentence. */
  children?: ReactNode;
}

const tones: Record<FindingItem['severity'], StatusTone> = {
  error: 'negative',
  warning: 'warning',
  info: 'announcement',
};

/** One finding in a list: how bad, what, where, and what to do about it. */
export function FindingEntry(props: FindingEntryProps) {
  const { finding, onSelectFile, children } = props;
  const { severity, message, fix, file } = finding;
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <li className={styles.item}>
      <StatusLabel tone={tones[severity]}>
        {t(`findings.severity.${severity}`)}
      </StatusLabel>
      <div className={styles.body}>
        <Text as="p" variant="body-medium">
          <bdi>{message}</bdi>
        </Text>
        {fix && (
          <Text as="p" variant="body-small">
            {t('findings.fix', { fix: <bdi>{fix}</bdi> })}
          </Text>
        )}
        {file && (
          <FindingPlace
            file={file}
            line={finding.line}
            url={finding.url}
            onSelect={onSelectFile}
          />
        )}
        {children}
      </div>
    </li>
  );
}
