import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Beside the checkout, where it is there. */
const DIRECTORY = path.resolve(
  __dirname,
  '../../../../../../shared/captures/ceph',
);

export const hasCaptures = existsSync(DIRECTORY);

/** States of which Ceph's own answers were kept, such as `reef_health_ok`. */
export function listStates(): string[] {
  if (!hasCaptures) return [];
  return readdirSync(DIRECTORY, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A file of a state; nothing where it was not kept or holds no JSON of that form. */
export function readCapture<T>(
  state: string,
  file: string,
  schema: z.ZodType<T>,
): T | undefined {
  const found = path.join(DIRECTORY, state, file);
  if (!existsSync(found)) return undefined;
  const text = readFileSync(found, 'utf8');
  if (text.trim() === '') return undefined;
  return schema.parse(JSON.parse(text));
}

const okToStopSchema = z.object({
  ok_to_stop: z.boolean(),
  osds: z.array(z.number()),
  num_ok_pgs: z.number(),
  num_not_ok_pgs: z.number(),
});

/** What `ceph osd ok-to-stop` answered, for each set it was asked of. */
export function listOkToStop(state: string) {
  return readdirSync(path.join(DIRECTORY, state))
    .filter(name => /^cli_osd_ok_to_stop_[\d_]+\.json$/.test(name))
    .sort()
    .flatMap(name => {
      const answer = readCapture(state, name, okToStopSchema);
      return answer ? [answer] : [];
    });
}
