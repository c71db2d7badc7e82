import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StatusLabel } from '../status/StatusLabel';
import { portalUiTranslationRef } from '../translation';
import { FindingEntry } from './FindingEntry';
import { FindingItem } from './FindingItem';
import styles from './FindingList.module.css';

export interface FindingListProps {
  findings: readonly FindingItem[];
  /** Paths that `onSelectFile` can show; others are named only. */
  shownFiles?: readonly string[];
  onSelectFile?: (path: string) => void;
}

const groups: {
  severity: FindingItem['severity'];
  heading: 'findings.errors' | 'findings.warnings' | 'findings.infos';
}[] = [
  { severity: 'error', heading: 'findings.errors' },
  { severity: 'warning', heading: 'findings.warnings' },
  { severity: 'info', heading: 'findings.infos' },
];

/** What the checks say, errors first, each with what to do about it. */
export function FindingList(props: FindingListProps) {
  const { findings, shownFiles, onSelectFile } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);

  if (findings.length === 0) {
    return <StatusLabel tone="positive">{t('findings.none')}</StatusLabel>;
  }
  return (
    <div className={styles.root}>
      {groups.map(({ severity, heading }) => {
        const members = findings.filter(item => item.severity === severity);
        if (members.length === 0) {
          return null;
        }
        return (
          <section key={severity} className={styles.group}>
            <Text as="h3" variant="body-medium" weight="bold">
              {t(heading, { count: members.length })}
            </Text>
            <ul className={styles.list}>
              {members.map((item, index) => (
                <FindingEntry
                  key={`${item.code} ${item.file} ${item.line} ${index}`}
                  finding={item}
                  onSelectFile={
                    item.file && shownFiles?.includes(item.file)
                      ? onSelectFile
                      : undefined
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
