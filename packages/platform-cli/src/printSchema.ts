import { z } from 'zod';
import { readOutputSchema } from './commands/read/readOutputSchema';

// `yarn schema > ../../docs/platform-read.schema.json`, after a change of the output.
process.stdout.write(
  `${JSON.stringify(z.toJSONSchema(readOutputSchema), undefined, 2)}\n`,
);
