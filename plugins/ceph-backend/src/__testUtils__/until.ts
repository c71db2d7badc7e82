import { setTimeout as sleep } from 'node:timers/promises';

/** Reads again and again until what is read is accepted; fails with what was read last. */
export async function until<T>(
  read: () => Promise<T>,
  accepts: (value: T) => boolean,
  turns = 900,
): Promise<T> {
  let value = await read();
  for (let turn = 0; turn < turns && !accepts(value); turn += 1) {
    await sleep(50);
    value = await read();
  }
  if (!accepts(value)) {
    throw new Error(`Not what was waited for: ${JSON.stringify(value)}`);
  }
  return value;
}
