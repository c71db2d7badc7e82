import { status } from '@grpc/grpc-js';
import { z } from 'zod';
import { ApiError } from '../wire/ApiError';
import { decodeMessage } from '../wire/protocol';
import { resourceQuerySchema } from './ResourceQuery';

const kind = {
  namespace: z.string().default(''),
  type: z.string().default(''),
};

const noQuery = resourceQuerySchema.parse({});

export const getRequestSchema = z.object({
  ...kind,
  id: z.string().default(''),
});

export const listRequestSchema = z.object({
  ...kind,
  options: resourceQuerySchema.default(noQuery),
});

const watchOptionsSchema = resourceQuerySchema.extend({
  bootstrap_contents: z.boolean().default(false),
  tail_events: z.number().default(0),
  aggregated: z.boolean().default(false),
  start_from_bookmark: z.instanceof(Uint8Array).optional(),
  bootstrap_bookmark: z.boolean().default(false),
});

export const watchRequestSchema = z.object({
  ...kind,
  id: z.string().optional(),
  options: watchOptionsSchema.default(watchOptionsSchema.parse({})),
  api_version: z.number().default(0),
});
export type WatchRequest = z.infer<typeof watchRequestSchema>;

/** Reads a request of the state's service; bytes that are none are the caller's fault. */
export function parseRequest<TRequest>(
  message: string,
  schema: z.ZodType<TRequest>,
  bytes: Uint8Array,
): TRequest {
  try {
    return schema.parse(decodeMessage(message, bytes));
  } catch (error) {
    throw new ApiError(
      status.INTERNAL,
      `error unmarshalling request: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
