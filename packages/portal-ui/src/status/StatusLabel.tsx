import { RemixiconComponentType } from '@remixicon/react';
import { ReactNode } from 'react';
import { StatusIcon } from './StatusIcon';
import { StatusTone } from './StatusTone';
import styles from './StatusLabel.module.css';

export interface StatusLabelProps {
  tone: StatusTone;
  /** Instead of the tone's own shape, where states share a tone. */
  shape?: RemixiconComponentType;
  /** The status in words; colour and shape only repeat it. */
  children: ReactNode;
}

/** A status as icon shape, text and one token. */
export function StatusLabel({ tone, shape, children }: StatusLabelProps) {
  return (
    <span className={styles.root} data-tone={tone}>
      <StatusIcon tone={tone} shape={shape} />
      {children}
    </span>
  );
}
