import { rename, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { Credential } from './CertificateAuthority';
import { toTalosKeyPem } from './keyPem';

/** How a client reaches one cluster, and as whom. */
export interface TalosContext {
  name: string;
  /** Such as `127.0.0.1:7409`. */
  endpoints: string[];
  nodes?: string[];
  /** PEM. */
  authority: string;
  credential: Credential;
}

/** Writes the file `talosctl` is configured by; the first context is the current one. Whoever reads it meanwhile sees it old or new, never half. */
export async function writeTalosconfig(
  path: string,
  contexts: TalosContext[],
): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  await writeFile(
    `${path}.new`,
    stringify({
      context: contexts[0]?.name,
      contexts: Object.fromEntries(
        contexts.map(context => [
          context.name,
          {
            endpoints: context.endpoints,
            ...(context.nodes && { nodes: context.nodes }),
            ca: base64(context.authority),
            crt: base64(context.credential.certificate),
            key: base64(toTalosKeyPem(context.credential.key)),
          },
        ]),
      ),
    }),
    { mode: 0o600 },
  );
  await rename(`${path}.new`, path);
}
