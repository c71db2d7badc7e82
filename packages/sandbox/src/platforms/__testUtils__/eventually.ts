/** Asks until the answer is as expected, and fails with the last one. */
export async function eventually<TAnswer>(
  ask: () => Promise<TAnswer>,
  expectIt: (answer: TAnswer) => void,
): Promise<TAnswer> {
  const giveUp = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    try {
      expectIt(answer);
      return answer;
    } catch (error) {
      if (Date.now() > giveUp) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}
