import { Hardware } from '@internal/plugin-talos-nodes-common';
import { useUnits } from '../../facts/useUnits';
import styles from './hardware.module.css';

/** Slots as they lie on a board, full or empty; the list beside it says the same. */
export function MemoryPicture(props: {
  modules: Hardware['memory']['modules'];
}) {
  const { memoryBytes } = useUnits();
  return (
    <div className={styles.slots} aria-hidden="true">
      {props.modules.map((module, index) => (
        <div
          key={`${module.slot} ${index}`}
          className={styles.slot}
          data-populated={module.populated}
        >
          <span className={styles.stick}>
            {module.populated && module.sizeBytes.known
              ? memoryBytes(module.sizeBytes.value)
              : ''}
          </span>
          <span className={styles.slotName} dir="ltr">
            {module.slot}
          </span>
        </div>
      ))}
    </div>
  );
}
