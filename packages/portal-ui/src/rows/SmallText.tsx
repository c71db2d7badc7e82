import { ReactNode } from 'react';
import styles from './rows.module.css';

/** What a cell says besides. */
export function SmallText({ children }: { children: ReactNode }) {
  return <span className={styles.small}>{children}</span>;
}
