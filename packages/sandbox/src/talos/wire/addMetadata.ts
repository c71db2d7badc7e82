import type { ApiError } from './ApiError';
import { decodeMessage, encodeMessage } from './protocol';

/** `metadata` is field 1 of every message, and of every frame of a stream. */
function encodeMetadata(hostname: string, error?: ApiError): Uint8Array {
  return encodeMessage('common.Failed', {
    metadata: {
      hostname,
      ...(error && {
        error: `rpc error: code = ${error.code} desc = ${error.details}`,
        status: { code: error.code, message: error.details },
      }),
    },
  });
}

/** The answer of one node, each message of it marked with whose it is. Answers of several nodes are joined by laying their bytes end to end. */
export function addMetadataToAnswer(
  answer: Uint8Array,
  hostname: string,
): Uint8Array {
  const { messages } = answerOf(decodeMessage('common.Answer', answer));
  return encodeMessage('common.Answer', {
    messages: messages.map(message =>
      Buffer.concat([encodeMetadata(hostname), message]),
    ),
  });
}

/** A failure inside an answer that is otherwise well. */
export function toFailedAnswer(hostname: string, error: ApiError): Uint8Array {
  return encodeMessage('common.Answer', {
    messages: [encodeMetadata(hostname, error)],
  });
}

function answerOf(value: unknown): { messages: Uint8Array[] } {
  const messages =
    typeof value === 'object' && value !== null && 'messages' in value
      ? value.messages
      : [];
  return {
    messages: Array.isArray(messages)
      ? messages.filter(message => message instanceof Uint8Array)
      : [],
  };
}
