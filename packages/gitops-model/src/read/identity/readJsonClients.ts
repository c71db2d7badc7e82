import { expandDomains } from '../../profile/expandDomains';
import type { Profile } from '../../profile/Profile';
import type { Reading } from '../Reading';
import type { FoundClient } from './FoundClient';
import { jsonClientSchema } from './jsonClientSchema';

/** The clients of a directory with one JSON file per client. */
export function readJsonClients(
  reading: Reading,
  { directory, variables }: Profile['loginClients'][number],
): FoundClient[] {
  return reading
    .list(directory)
    .filter(file => file.endsWith('.json') && reading.isFile(file))
    .flatMap(file => {
      const source = { file, line: 1 };
      const { documents, complete } = reading.readYaml(file, source);
      if (!complete) return [];
      const client = jsonClientSchema.safeParse(documents[0]?.value);
      if (client.success) {
        const { clientId = clientOf(file), redirectUris } = client.data;
        return [
          {
            clientId,
            redirectUris: redirectUris.map(uri =>
              expandDomains(uri, variables),
            ),
            source,
          },
        ];
      }
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

/** What a client is called that only its file names. */
export function clientOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '');
}
