import { ReactNode } from 'react';
import styles from './FactList.module.css';

/** Names and what stands behind them, as {@link Fact}s. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}
