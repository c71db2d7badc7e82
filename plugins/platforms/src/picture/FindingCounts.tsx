import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { StatusLabel, StatusTone, useLanguage } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';
import styles from './FindingCounts.module.css';

type Findings = NonNullable<PlatformOverview['counts']>['findings'];

const severities: readonly { severity: keyof Findings; tone: StatusTone }[] = [
  { severity: 'error', tone: 'negative' },
  { severity: 'warning', tone: 'warning' },
  { severity: 'info', tone: 'announcement' },
];

export interface FindingCountsProps {
  findings: Findings;
  /** Where all findings are listed; each severity links to its own. */
  href: string;
}

/** How many findings there are of each severity. */
export function FindingCounts({ findings, href }: FindingCountsProps) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const format = new Intl.NumberFormat(useLanguage());
  const found = severities.filter(({ severity }) => findings[severity] > 0);
  if (found.length === 0) {
    return (
      <div>
        <StatusLabel tone="positive">{t('noFindings')}</StatusLabel>
      </div>
    );
  }
  return (
    <ul className={styles.root}>
      {found.map(({ severity, tone }) => (
        <li key={severity}>
          <StatusLabel tone={tone}>
            <Link href={`${href}?severity=${severity}`} className={styles.link}>
              {t(`severity.${severity}`)} {format.format(findings[severity])}
            </Link>
          </StatusLabel>
        </li>
      ))}
    </ul>
  );
}
