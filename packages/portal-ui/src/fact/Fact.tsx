import { ReactNode } from 'react';
import styles from './FactList.module.css';

/** One line of a {@link FactList}. */
export function Fact({
  name,
  children,
}: {
  name: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
