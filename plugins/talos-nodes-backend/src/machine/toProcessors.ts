import type { Fact, Hardware } from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { factOf, firstKnown, known, unknown } from '../facts/fact';
import type { MachineReading } from './MachineReading';
import { whyNoFirmware } from './whyNoFirmware';

/** QEMU names the type of the machine where the processor's name belongs. */
const MACHINE_TYPE = /^(?:pc|virt)-/;

/** The sockets as the firmware describes them, empty ones as well. */
export function toProcessors({
  listings: { processors },
  threads,
}: MachineReading): Hardware['processors'] {
  if (!processors.known) return [];
  const kernelName = textFact(threads?.at(0)?.model, 'talos');
  return processors.items.map(({ id, spec }) => ({
    socket: cleanText(spec.socket) ?? id,
    populated: isPopulated(spec),
    name: MACHINE_TYPE.test(spec.productName ?? '')
      ? kernelName
      : textFact(spec.productName, 'smbios'),
    cores: countFact(spec.coreCount),
    threads: countFact(spec.threadCount),
    maxMegahertz: countFact(spec.maxSpeedMhz),
  }));
}

/** All processors together; the kernel counts better than the firmware. */
export function toProcessor(reading: MachineReading): Hardware['processor'] {
  const { processors } = reading.listings;
  const sockets = toProcessors(reading).filter(({ populated }) => populated);
  const reason = processors.known ? whyNoFirmware(reading) : processors.reason;
  const threads = reading.threads ?? [];
  return {
    name: firstKnown(
      sockets.at(0)?.name ?? unknown(reason),
      textFact(threads.at(0)?.model, 'talos'),
    ),
    cores: firstKnown(
      countCores(threads),
      sumFacts(sockets.map(({ cores }) => cores)),
    ),
    threads: firstKnown<number>(
      threads.length > 0
        ? known(threads.length, 'talos')
        : unknown('not-reachable'),
      sumFacts(sockets.map(socket => socket.threads)),
    ),
  };
}

function isPopulated(spec: {
  coreCount?: number;
  maxSpeedMhz?: number;
  productName?: string;
}): boolean {
  return Boolean(
    spec.coreCount || spec.maxSpeedMhz || cleanText(spec.productName),
  );
}

/** Kernels of arm64 name no core; there each thread is one. */
function countCores(
  threads: { physicalId: string; coreId: string }[],
): Fact<number> {
  if (threads.length === 0) return unknown('not-reachable');
  if (threads.every(({ coreId }) => coreId === '')) {
    return known(threads.length, 'talos');
  }
  const cores = new Set(
    threads.map(({ physicalId, coreId }) => `${physicalId}/${coreId}`),
  );
  return known(cores.size, 'talos');
}

function countFact(value: number | undefined): Fact<number> {
  return factOf(value || undefined, 'smbios');
}

function sumFacts(facts: Fact<number>[]): Fact<number> {
  let sum = 0;
  for (const fact of facts) {
    if (!fact.known) return fact;
    sum += fact.value;
  }
  return sum > 0 ? known(sum, 'smbios') : unknown('no-smbios');
}
