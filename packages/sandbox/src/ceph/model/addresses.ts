/** A daemon's address of the second protocol, and of the first. */
export interface DaemonAddress {
  host: string;
  /** Of the second protocol; the first has the next one. */
  port: number;
  nonce: number;
}

/** As maps list addresses. */
export function toAddressVector({ host, port, nonce }: DaemonAddress) {
  return {
    addrvec: [
      { type: 'v2', nonce, addr: `${host}:${port}` },
      { type: 'v1', nonce, addr: `${host}:${port + 1}` },
    ],
  };
}

/** As older clients read it. */
export function toOldAddress({ host, port, nonce }: DaemonAddress): string {
  return `${host}:${port + 1}/${nonce}`;
}

/** As daemons tell it of themselves. */
export function toAddressText({ host, port, nonce }: DaemonAddress): string {
  return `[v2:${host}:${port}/${nonce},v1:${host}:${port + 1}/${nonce}]`;
}
