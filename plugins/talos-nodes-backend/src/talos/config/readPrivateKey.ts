import { createPrivateKey, type KeyObject } from 'node:crypto';

const TALOS_KEY =
  /-----BEGIN ED25519 PRIVATE KEY-----([\s\S]+)-----END ED25519 PRIVATE KEY-----/;

/**
 * Talos writes PKCS#8 under a PEM header of its own, `ED25519 PRIVATE KEY`,
 * which OpenSSL does not know. Throws where it is no key.
 */
export function readPrivateKey(pem: string): KeyObject {
  const body = TALOS_KEY.exec(pem)?.[1];
  return body === undefined
    ? createPrivateKey(pem)
    : createPrivateKey({
        key: Buffer.from(body, 'base64'),
        format: 'der',
        type: 'pkcs8',
      });
}
