import { z } from 'zod';
import type { Reading } from '../Reading';
import { clientSchema, terraformClientSchema } from './clientSchema';
import type { FoundClient } from './FoundClient';

const fileSchema = z.union([clientSchema, terraformClientSchema]);

/** The clients of a directory with one JSON file per client. */
export function readJsonClients(
  reading: Reading,
  directory: string,
): FoundClient[] {
  return reading
    .list(directory)
    .filter(file => file.endsWith('.json') && reading.isFile(file))
    .flatMap(file => {
      const source = { file, line: 1 };
      const { documents, complete } = reading.readYaml(file, source);
      if (!complete) return [];
      const client = fileSchema.safeParse(documents[0]?.value);
      if (client.success) return [{ ...client.data, source }];
      reading.report(
        {
          code: 'invalid-manifest',
          severity: 'error',
          message: `${file} is no login client: it names no clientId.`,
          fix: 'Complete the file, or move it elsewhere.',
        },
        source,
      );
      return [];
    });
}
