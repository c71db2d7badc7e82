import {
  RiAddBoxLine,
  RiCheckboxIndeterminateLine,
  RiEditBoxLine,
} from '@remixicon/react';
import { FileChange } from './FileChange';
import styles from './DiffView.module.css';

const shapes = {
  create: RiAddBoxLine,
  change: RiEditBoxLine,
  delete: RiCheckboxIndeterminateLine,
};

/** Shape for what happens to a file; the word stands beside it. */
export function KindMark({ kind }: { kind: FileChange['kind'] }) {
  const Shape = shapes[kind];
  return <Shape className={styles.kindMark} aria-hidden="true" />;
}
