import { createPrivateKey } from 'node:crypto';

/** As Talos writes private keys: PKCS#8 inside, under a header that OpenSSL does not read. */
export function toTalosKeyPem(key: Buffer): string {
  const lines = key.toString('base64').match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN ED25519 PRIVATE KEY-----',
    ...lines,
    '-----END ED25519 PRIVATE KEY-----',
    '',
  ].join('\n');
}

/** As everybody else writes them. */
export function toKeyPem(key: Buffer): string {
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}
