import { Text } from '@backstage/ui';
import { RemixiconComponentType } from '@remixicon/react';
import { ReactNode } from 'react';
import { StatusIcon } from '../status/StatusIcon';
import { StatusTone } from '../status/StatusTone';
import { RelativeTime } from '../time/RelativeTime';
import styles from './Timeline.module.css';

export interface TimelineItem {
  /** ISO 8601. */
  at: string;
  tone: StatusTone;
  shape?: RemixiconComponentType;
  title: ReactNode;
  detail?: ReactNode;
}

export interface TimelineProps {
  /** Name of the list for those who do not see it. */
  label: string;
  /** In the order they are shown. */
  items: readonly TimelineItem[];
}

/** What happened, and when. */
export function Timeline({ label, items }: TimelineProps) {
  return (
    <ol className={styles.root} aria-label={label}>
      {items.map((item, index) => (
        <li key={`${item.at} ${index}`} className={styles.item}>
          <span className={styles.mark} data-tone={item.tone}>
            <StatusIcon tone={item.tone} shape={item.shape} />
          </span>
          <div className={styles.body}>
            <Text as="div" variant="body-medium">
              {item.title}
            </Text>
            {item.detail && (
              <Text as="div" variant="body-small" className={styles.detail}>
                {item.detail}
              </Text>
            )}
            <Text as="div" variant="body-small">
              <RelativeTime value={item.at} />
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}
