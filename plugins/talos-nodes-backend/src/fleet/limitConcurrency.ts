/** Does the work for every item, so many at a time; what takes longer than the patience goes on beside the rest. */
export async function limitConcurrency<T>(
  items: readonly T[],
  options: { limit: number; patienceMilliseconds: number },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const { limit, patienceMilliseconds } = options;
  const queue = items.values();
  await Promise.all(
    Array.from({ length: Math.min(limit, items.length) }, async () => {
      for (const item of queue) {
        let timer: NodeJS.Timeout | undefined;
        const isOver = new Promise<void>(resolve => {
          timer = setTimeout(resolve, patienceMilliseconds);
        });
        await Promise.race([work(item), isOver]);
        clearTimeout(timer);
      }
    }),
  );
}
