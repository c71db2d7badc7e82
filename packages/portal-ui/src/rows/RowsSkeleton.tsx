import { Skeleton } from '@backstage/ui';
import styles from './rows.module.css';

/** Rows while they are read. */
export function RowsSkeleton() {
  return (
    <div className={styles.content}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map(row => (
        <Skeleton key={row} width="100%" height={40} />
      ))}
    </div>
  );
}
