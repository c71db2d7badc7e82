import { readFile } from 'node:fs/promises';
import { createPrivateKey } from 'node:crypto';
import {
  Client,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { parse } from 'yaml';
import { z } from 'zod';
import { decodeMessage, encodeMessage } from '../wire/protocol';

const configSchema = z.object({
  context: z.string(),
  contexts: z.record(
    z.string(),
    z.object({
      endpoints: z.array(z.string()),
      ca: z.base64(),
      crt: z.base64(),
      key: z.base64(),
    }),
  ),
});

const resourceSchema = z.object({
  metadata: z.object({
    id: z.string().default(''),
    version: z.string().default(''),
    phase: z.string().default(''),
    labels: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({ yaml_spec: z.instanceof(Uint8Array).optional() }).optional(),
});

const watchFrameSchema = z.object({
  event: z.array(
    z.object({
      event_type: z.number().default(0),
      resource: resourceSchema.optional(),
      error: z.string().optional(),
      bookmark: z.instanceof(Uint8Array).optional(),
    }),
  ),
});

/** One resource as a client reads it. */
export interface ReadResource {
  id: string;
  version: string;
  phase: string;
  spec: unknown;
}

/** A frame of a watch: its events in short. */
export type ReadEvent = {
  event:
    'created' | 'updated' | 'destroyed' | 'bootstrapped' | 'errored' | 'noop';
  id?: string;
  spec?: unknown;
  error?: string;
  bookmark?: Uint8Array;
};

type Headers = Record<string, string | string[]>;
const eventNames = [
  'created',
  'updated',
  'destroyed',
  'bootstrapped',
  'errored',
  'noop',
] as const;
const keep = (bytes: Buffer) => bytes;

/** Takes a watch frame by frame. */
export class TestWatch {
  readonly #call: ClientReadableStream<Buffer>;
  readonly #frames: AsyncIterator<Buffer>;

  constructor(call: ClientReadableStream<Buffer>) {
    this.#call = call;
    this.#frames = call[Symbol.asyncIterator]();
  }

  /** The events of the next frame; undefined at the end. Rejects with grpc-js' error. */
  async next(): Promise<ReadEvent[] | undefined> {
    const { value, done } = await this.#frames.next();
    if (done) {
      return undefined;
    }
    return watchFrameSchema
      .parse(decodeMessage('cosi.resource.WatchResponse', value))
      .event.map(({ event_type: type, resource, error, bookmark }) => ({
        event: eventNames[type] ?? 'noop',
        ...(resource && { id: resource.metadata.id }),
        ...(resource?.spec && { spec: toResource(resource).spec }),
        ...(error !== undefined && { error }),
        ...(bookmark && { bookmark }),
      }));
  }

  cancel(): void {
    this.#call.cancel();
  }
}

/** A plain client of the Talos API, configured by a talosconfig as any other. */
export class TalosTestClient {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Reads the context; a different endpoint may be given. */
  static async open(
    talosconfig: string,
    context: string,
    endpoint?: string,
  ): Promise<TalosTestClient> {
    const config = configSchema.parse(
      parse(await readFile(talosconfig, 'utf8')),
    );
    const found = config.contexts[context];
    if (!found) {
      throw new Error(`No context ${context}.`);
    }
    const decode = (base64: string) => Buffer.from(base64, 'base64');
    return new TalosTestClient(
      new Client(
        endpoint ?? found.endpoints[0] ?? '',
        credentials.createSsl(
          decode(found.ca),
          Buffer.from(toReadableKey(decode(found.key).toString())),
          decode(found.crt),
        ),
        {
          'grpc.ssl_target_name_override': 'localhost',
          'grpc.max_receive_message_length': 32 * 1024 * 1024,
          'grpc.enable_http_proxy': 0,
        },
      ),
    );
  }

  close(): void {
    this.#client.close();
  }

  /** Bytes of the answer; rejects with grpc-js' error. */
  unary(
    path: string,
    request: Uint8Array,
    headers: Headers = {},
    deadlineMs = 10_000,
  ) {
    return new Promise<Buffer>((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        keep,
        keep,
        Buffer.from(request),
        toMetadata(headers),
        { deadline: Date.now() + deadlineMs },
        (error, answer) =>
          error ? reject(error) : resolve(answer ?? Buffer.alloc(0)),
      );
    });
  }

  /** The frames as they come; ends, or throws grpc-js' error. */
  stream(path: string, request: Uint8Array, headers: Headers = {}) {
    const call = this.#client.makeServerStreamRequest(
      path,
      keep,
      keep,
      Buffer.from(request),
      toMetadata(headers),
      { deadline: Date.now() + 10_000 },
    );
    // A canceled call ends with an error that nobody waits for any more.
    call.on('error', () => {});
    return call;
  }

  /** The messages of an answer of the machine service, as bytes. */
  async messages(name: string, headers: Headers = {}): Promise<Uint8Array[]> {
    const bytes = await this.unary(
      `/machine.MachineService/${name}`,
      Buffer.alloc(0),
      headers,
    );
    return z
      .object({ messages: z.array(z.instanceof(Uint8Array)) })
      .parse(decodeMessage('common.Answer', bytes)).messages;
  }

  /** The messages of an answer of the machine service. */
  async machine(
    name: string,
    type: string,
    headers: Headers = {},
  ): Promise<unknown[]> {
    const messages = await this.messages(name, headers);
    return messages.map(message => decodeMessage(`machine.${type}`, message));
  }

  async get(
    namespace: string,
    type: string,
    id: string,
    headers: Headers = {},
  ) {
    const bytes = await this.unary(
      '/cosi.resource.State/Get',
      encodeMessage('cosi.resource.GetRequest', { namespace, type, id }),
      headers,
    );
    const answer = z
      .object({ resource: resourceSchema })
      .parse(decodeMessage('cosi.resource.GetResponse', bytes));
    return toResource(answer.resource);
  }

  async list(
    namespace: string,
    type: string,
    headers: Headers = {},
    options: Record<string, unknown> = {},
  ): Promise<ReadResource[]> {
    const resources: ReadResource[] = [];
    for await (const frame of this.stream(
      '/cosi.resource.State/List',
      encodeMessage('cosi.resource.ListRequest', { namespace, type, options }),
      headers,
    )) {
      const answer = z
        .object({ resource: resourceSchema })
        .parse(decodeMessage('cosi.resource.ListResponse', frame));
      resources.push(toResource(answer.resource));
    }
    return resources;
  }

  watch(request: Record<string, unknown>, headers: Headers = {}) {
    return new TestWatch(
      this.stream(
        '/cosi.resource.State/Watch',
        encodeMessage('cosi.resource.WatchRequest', {
          api_version: 1,
          ...request,
        }),
        headers,
      ),
    );
  }
}

/** Code and words of the failure that the promise rejects with. */
export async function failureOf(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (error) {
    if (isServiceError(error)) {
      return { code: error.code, details: error.details };
    }
    throw error;
  }
  throw new Error('The call did not fail.');
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'details' in error;
}

function toMetadata(headers: Headers): Metadata {
  const metadata = new Metadata();
  for (const [key, values] of Object.entries(headers)) {
    for (const value of [values].flat()) {
      metadata.add(key, value);
    }
  }
  return metadata;
}

function toResource({
  metadata,
  spec,
}: z.infer<typeof resourceSchema>): ReadResource {
  const { id, version, phase } = metadata;
  const text = spec?.yaml_spec && Buffer.from(spec.yaml_spec).toString();
  return {
    id,
    version,
    phase,
    spec: text === undefined ? undefined : parse(text),
  };
}

/** What every client has to do: Talos' header is not one that OpenSSL reads. */
function toReadableKey(pem: string): string {
  const body = /-----BEGIN ED25519 PRIVATE KEY-----([\s\S]+)-----END/.exec(pem);
  return createPrivateKey({
    key: Buffer.from(body?.[1] ?? '', 'base64'),
    format: 'der',
    type: 'pkcs8',
  })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}
