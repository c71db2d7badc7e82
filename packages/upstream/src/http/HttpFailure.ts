/** Why an HTTP API gave no usable answer. */
export type HttpFailure =
  | { reason: 'token-refused' }
  | { reason: 'forbidden' }
  | { reason: 'not-found' }
  | { reason: 'redirected' }
  | { reason: 'not-the-api' }
  | { reason: 'unavailable'; status: number }
  | { reason: 'unreachable'; code: string }
  | { reason: 'slow' }
  | { reason: 'too-large'; limitMegabytes: number }
  | { reason: 'malformed'; detail: string };
