import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { Fact } from '@internal/plugin-talos-nodes-common';
import { RiInformationLine } from '@remixicon/react';
import { CopyButton } from '@internal/portal-ui';
import { ReactNode } from 'react';
import { useFactWords } from './useFactWords';
import styles from './facts.module.css';

export interface FactValueProps<T> {
  fact: Fact<T>;
  children: (value: T) => ReactNode;
}

/** A value with its source on demand, or why it is not known in words. */
export function FactValue<T>({ fact, children }: FactValueProps<T>) {
  const words = useFactWords()(fact);
  if (!fact.known) {
    return <span className={styles.unknown}>{words}</span>;
  }
  return (
    <span className={styles.value}>
      <span>{children(fact.value)}</span>
      <TooltipTrigger delay={200}>
        <ButtonIcon
          className={styles.source}
          size="small"
          variant="tertiary"
          icon={<RiInformationLine />}
          aria-label={words}
        />
        <Tooltip>{words}</Tooltip>
      </TooltipTrigger>
    </span>
  );
}

/** {@link FactValue} of text as it was told. */
export function FactText({ fact }: { fact: Fact<string> }) {
  return <FactValue fact={fact}>{value => <bdi>{value}</bdi>}</FactValue>;
}

/** {@link FactValue} of something one copies, such as a serial number. */
export function FactToCopy(props: { fact: Fact<string>; name: string }) {
  return (
    <FactValue fact={props.fact}>
      {value => (
        <span className={styles.value}>
          <code dir="ltr" className={styles.code}>
            {value}
          </code>
          <CopyButton name={props.name} text={value} />
        </span>
      )}
    </FactValue>
  );
}
