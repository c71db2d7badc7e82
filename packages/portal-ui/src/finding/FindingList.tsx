import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StatusLabel } from '../status/StatusLabel';
import { StatusTone } from '../status/StatusTone';
import { portalUiTranslationRef } from '../translation';
import { FindingItem } from './FindingItem';
import { FindingPlace } from './FindingPlace';
import styles from './FindingList.module.css';

export interface FindingListProps {
  findings: readonly FindingItem[];
  /** Paths that `onSelectFile` can show; others are named only. */
  shownFiles?: readonly string[];
  onSelectFile?: (path: string) => void;
}

const groups: {
  severity: FindingItem['severity'];
  tone: StatusTone;
  heading: 'findings.errors' | 'findings.warnings' | 'findings.infos';
}[] = [
  { severity: 'error', tone: 'negative', heading: 'findings.errors' },
  { severity: 'warning', tone: 'warning', heading: 'findings.warnings' },
  { severity: 'info', tone: 'announcement', heading: 'findings.infos' },
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
      {groups.map(({ severity, tone, heading }) => {
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
                <li
                  key={`${item.code} ${item.file} ${item.line} ${index}`}
                  className={styles.item}
                >
                  <StatusLabel tone={tone}>
                    {t(`findings.severity.${severity}`)}
                  </StatusLabel>
                  <div className={styles.body}>
                    <Text as="p" variant="body-medium" dir="auto">
                      {item.message}
                    </Text>
                    {item.fix && (
                      <Text as="p" variant="body-small">
                        {t('findings.fix', { fix: <bdi>{item.fix}</bdi> })}
                      </Text>
                    )}
                    {item.file && (
                      <FindingPlace
                        file={item.file}
                        line={item.line}
                        onSelect={
                          shownFiles?.includes(item.file)
                            ? onSelectFile
                            : undefined
                        }
                      />
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
