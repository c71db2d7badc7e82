import { Text } from '@backstage/ui';
import { RiInboxLine } from '@remixicon/react';
import { ReactElement, ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what to do next. */
  description: ReactNode;
  action?: ReactNode;
  icon?: ReactElement;
  headingLevel?: 'h2' | 'h3' | 'h4';
}

/** Stands where content would be. */
export function EmptyState(props: EmptyStateProps) {
  const { title, description, action, icon, headingLevel = 'h2' } = props;
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        {icon ?? <RiInboxLine />}
      </span>
      <Text as={headingLevel} variant="title-x-small" weight="bold">
        {title}
      </Text>
      <Text as="p" variant="body-medium" className={styles.description}>
        {description}
      </Text>
      {action}
    </div>
  );
}
