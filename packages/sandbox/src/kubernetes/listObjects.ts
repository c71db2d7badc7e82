import type { Response } from 'express';
import { z } from 'zod';
import { sendFailure, toExpired } from './failures';
import type { ObjectStore } from './ObjectStore';
import type { ListQuery } from './readListQuery';
import { type ResourceType, toApiVersion } from './resourceTypes';

const continueSchema = z.object({ version: z.number(), start: z.number() });

/** Answers a list, in pages of `limit` if there is one. */
export function sendList(
  response: Response,
  store: ObjectStore,
  target: { type: ResourceType; namespace?: string; query: ListQuery },
): void {
  const { type, namespace, query } = target;
  const token = readContinue(query.continue);
  if (token === 'invalid' || (token && token.version !== store.version)) {
    sendFailure(
      response,
      toExpired(
        'The provided continue parameter is too old to display a consistent list result.',
      ),
    );
    return;
  }
  const start = token?.start ?? 0;
  const all = store.list(type, namespace).filter(query.matches);
  const items = all.slice(
    start,
    query.limit > 0 ? start + query.limit : undefined,
  );
  const remaining = all.length - start - items.length;
  response.json({
    kind: `${type.kind}List`,
    apiVersion: toApiVersion(type),
    metadata: {
      resourceVersion: String(store.version),
      ...(remaining > 0 && {
        continue: Buffer.from(
          JSON.stringify({
            version: store.version,
            start: start + items.length,
          }),
        ).toString('base64url'),
        remainingItemCount: remaining,
      }),
    },
    items,
  });
}

function readContinue(token: string) {
  if (token === '') {
    return undefined;
  }
  try {
    return continueSchema.parse(
      JSON.parse(Buffer.from(token, 'base64url').toString()),
    );
  } catch {
    return 'invalid';
  }
}
