import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A part of the page under its own heading. */
export function Section(props: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Card className={styles.card}>
        <CardHeader>
          <Text as="h3" variant="title-x-small" weight="bold" id={titleId}>
            {props.title}
          </Text>
        </CardHeader>
        <CardBody className={styles.cardBody}>{props.children}</CardBody>
      </Card>
    </section>
  );
}
