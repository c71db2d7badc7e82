import { Skeleton } from '@backstage/ui';
import styles from './ChangeRequestPage.module.css';

/** Title, way and sections while they are read. */
export function DetailSkeleton() {
  return (
    <div className={styles.content}>
      <Skeleton width="50%" height={32} />
      <Skeleton width="100%" height={64} />
      <div className={styles.columns}>
        <Skeleton width="100%" height={220} />
        <Skeleton width="100%" height={220} />
      </div>
      <Skeleton width="100%" height={320} />
    </div>
  );
}
