import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { BoardSection } from './BoardSection';
import { DisksSection } from './DisksSection';
import { LinksSection } from './LinksSection';
import { MemorySection } from './MemorySection';
import { PciSection } from './PciSection';
import { ProcessorSection } from './ProcessorSection';
import styles from '../machine.module.css';

/** What is in a machine. */
export function HardwareTab({ node }: { node: NodeDetail }) {
  const { hardware, unread } = node;
  return (
    <>
      <div className={styles.columns}>
        <BoardSection board={hardware.board} />
        <ProcessorSection hardware={hardware} unread={unread?.processors} />
      </div>
      <MemorySection memory={hardware.memory} unread={unread?.memoryModules} />
      <DisksSection disks={hardware.disks} unread={unread} />
      <LinksSection links={hardware.links} unread={unread?.links} />
      <PciSection devices={hardware.pciDevices} unread={unread?.pciDevices} />
    </>
  );
}
