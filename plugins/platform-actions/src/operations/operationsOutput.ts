import type { z } from 'zod/v3';

/** Schema of the output `operations` that every operation action has. */
export const operationsOutput = {
  operations: (zod: typeof z) =>
    zod
      .array(zod.record(zod.unknown()))
      .describe(
        'Operations for `platform:change-request:open`, as plain data. Pass them on with `${{ steps.<id>.output.operations }}`.',
      ),
};
