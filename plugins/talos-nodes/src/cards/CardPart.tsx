import { Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from './cards.module.css';

/** A part of a card under its own heading. */
export function CardPart(props: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.part}>
      <Text as="h3" variant="body-medium" weight="bold" id={titleId}>
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
