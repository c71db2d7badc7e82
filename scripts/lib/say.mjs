const started = Date.now();

/** One progress line, with the seconds since the start. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(3);
  console.log(`[${seconds} s] ${text}`);
}

/** An expected failure: what happened and what to do, without a stack. */
export class Stop extends Error {}

/** Runs a script; an expected failure ends it with its sentence and exit code 1. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Stop)) {
      throw error;
    }
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
