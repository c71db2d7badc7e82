import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hardware, UnknownReason } from '@internal/plugin-talos-nodes-common';
import {
  Fact,
  FactList,
  RowColumn,
  RowTable,
  Section,
  SmallText,
  useUnits,
} from '@internal/portal-ui';
import { FactText, FactToCopy, FactValue } from '../../facts/FactValue';
import { talosNodesTranslationRef } from '../../translation';
import { MemoryPicture } from './MemoryPicture';
import styles from './hardware.module.css';

type Memory = Hardware['memory'];
type Module = Memory['modules'][number];

/** Memory slot by slot: a picture, and the same in words. */
export function MemorySection(props: {
  memory: Memory;
  /** Why nobody told its slots. */
  unread?: UnknownReason;
}) {
  const { memory, unread } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { memoryBytes, number, plainNumber } = useUnits();
  const modules = sortModules(memory.modules);
  const filled = modules.filter(module => module.populated);
  const empty = modules.filter(module => !module.populated);
  const columns: RowColumn<Module>[] = [
    {
      id: 'slot',
      label: t('hardware.slot'),
      width: '1.2fr',
      cell: module => (
        <>
          <bdi>{module.slot}</bdi>
          {module.bank && (
            <SmallText>
              <bdi>{module.bank}</bdi>
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'size',
      label: t('hardware.size'),
      width: '0.8fr',
      cell: module => (
        <FactValue fact={module.sizeBytes}>{memoryBytes}</FactValue>
      ),
    },
    {
      id: 'speed',
      label: t('hardware.speed'),
      width: '0.9fr',
      cell: module => (
        <FactValue fact={module.speed}>
          {speed => t('amount.transfers', { number: plainNumber(speed) })}
        </FactValue>
      ),
    },
    {
      id: 'manufacturer',
      label: t('hardware.manufacturer'),
      width: '1.2fr',
      cell: module => <FactText fact={module.manufacturer} />,
    },
    {
      id: 'part',
      label: t('hardware.part'),
      width: '1.4fr',
      cell: module => (
        <FactToCopy fact={module.partNumber} name={t('hardware.part')} />
      ),
    },
    {
      id: 'serial',
      label: t('hardware.serial'),
      width: '1.2fr',
      cell: module => (
        <FactToCopy fact={module.serial} name={t('hardware.serial')} />
      ),
    },
  ];
  return (
    <Section title={t('hardware.memory')}>
      <div className={styles.stack}>
        <div className={styles.facts}>
          <FactList>
            <Fact name={t('hardware.installed')}>
              <FactValue fact={memory.installedBytes}>{memoryBytes}</FactValue>
            </Fact>
            <Fact name={t('hardware.usable')}>
              <FactValue fact={memory.usableBytes}>{memoryBytes}</FactValue>
            </Fact>
            <Fact name={t('hardware.slots')}>
              {modules.length === 0 && unread ? (
                <FactText fact={{ known: false, reason: unread }} />
              ) : (
                t(`hardware.${countSlots(memory)}`, {
                  filled: number(filled.length),
                  number: number(modules.length),
                })
              )}
            </Fact>
          </FactList>
        </div>
        {modules.length > 0 && <MemoryPicture modules={modules} />}
        {filled.length > 0 && (
          <RowTable
            label={t('hardware.modules')}
            columns={columns}
            rows={filled}
            keyOf={module => `${module.slot} ${module.bank}`}
          />
        )}
        {empty.length > 0 && (
          <SmallText>
            {t('hardware.empty', {
              slots: empty.map(module => module.slot).join(', '),
            })}
          </SmallText>
        )}
      </div>
    </Section>
  );
}

/** Some versions of Talos keep one of several slots with the same name. */
function countSlots({ modules, installedBytes }: Memory) {
  if (modules.length === 0) return 'noSlots';
  return installedBytes.known ? 'filled' : 'someSlots';
}

/** Firmware lists them in any order; people count them. */
function sortModules(modules: readonly Module[]): Module[] {
  return [...modules].sort((a, b) =>
    a.slot.localeCompare(b.slot, 'en', { numeric: true }),
  );
}
