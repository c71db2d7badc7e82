import { Hardware } from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import styles from './hardware.module.css';

type Module = Hardware['memory']['modules'][number];

/** Slots as they lie on a board, full or empty; the list beside it says the same. */
export function MemoryPicture(props: { modules: readonly Module[] }) {
  const { memoryBytes } = useUnits();
  return (
    <div className={styles.banks} aria-hidden="true">
      {groupByBank(props.modules).map(bank => (
        <div key={bank[0].slot} className={styles.slots}>
          {bank.map((module, index) => (
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
      ))}
    </div>
  );
}

/** Slots whose names differ by their number alone lie in one row. */
function groupByBank(modules: readonly Module[]): Module[][] {
  const banks = new Map<string, Module[]>();
  for (const module of modules) {
    const bank = module.slot.replace(/\d+$/, '');
    banks.set(bank, [...(banks.get(bank) ?? []), module]);
  }
  const groups = [...banks.values()];
  return groups.every(group => group.length > 1) ? groups : [[...modules]];
}
