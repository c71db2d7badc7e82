import {
  RiCheckboxCircleLine,
  RiCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  RemixiconComponentType,
} from '@remixicon/react';
import { StatusTone } from './StatusTone';
import styles from './StatusLabel.module.css';

const shapes: Record<StatusTone, RemixiconComponentType> = {
  positive: RiCheckboxCircleLine,
  announcement: RiInformationLine,
  warning: RiErrorWarningLine,
  negative: RiCloseCircleLine,
  neutral: RiCircleLine,
};

/** The shape of a status, by default that of its tone; the words stand beside it. */
export function StatusIcon(props: {
  tone: StatusTone;
  shape?: RemixiconComponentType;
}) {
  const Shape = props.shape ?? shapes[props.tone];
  return <Shape className={styles.icon} aria-hidden="true" />;
}
