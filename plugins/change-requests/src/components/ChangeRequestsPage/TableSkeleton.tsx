import { Skeleton } from '@backstage/ui';
import styles from './ChangeRequestsPage.module.css';

/** Filters and rows while they are read. */
export function TableSkeleton() {
  return (
    <div className={styles.content}>
      <Skeleton width="100%" height={56} />
      {['a', 'b', 'c', 'd', 'e'].map(row => (
        <Skeleton key={row} width="100%" height={40} />
      ))}
    </div>
  );
}
