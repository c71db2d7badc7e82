import {
  RiCheckboxCircleLine,
  RiCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiLoopRightLine,
  RemixiconComponentType,
} from '@remixicon/react';
import { StatusTone } from './StatusTone';
import styles from './StatusLabel.module.css';

const shapes: Record<StatusTone, RemixiconComponentType> = {
  positive: RiCheckboxCircleLine,
  announcement: RiLoopRightLine,
  warning: RiErrorWarningLine,
  negative: RiCloseCircleLine,
  neutral: RiCircleLine,
};

/** The shape that belongs to a tone; the words stand beside it. */
export function StatusIcon({ tone }: { tone: StatusTone }) {
  const Shape = shapes[tone];
  return <Shape className={styles.icon} aria-hidden="true" />;
}
