import { z } from 'zod';
import { openDatabase } from './openDatabase';
import { startPortal } from './startPortal';

const argumentSchema = z.object({
  url: z.string(),
  token: z.string(),
  database: z.string(),
});

/** One replica of the portal, in a process that may be killed at any moment. */
async function main() {
  const { database, ...forge } = argumentSchema.parse(
    JSON.parse(process.argv[2]),
  );
  const portal = await startPortal(forge, {
    database: openDatabase(database),
    changeRequests: {
      pollSeconds: 0.2,
      observeSeconds: 3600,
      backoffSeconds: 0.2,
      // Long enough for a slow machine, short enough to wait for.
      leaseSeconds: 4,
      maxTries: 50,
    },
  });
  await portal.untilRead();
  const address = portal.server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  process.send?.({ port: address.port });
}

void main();
