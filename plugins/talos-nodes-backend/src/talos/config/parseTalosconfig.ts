import { type KeyObject, X509Certificate } from 'node:crypto';
import { parse } from 'yaml';
import { z } from 'zod';
import type { TalosAnswer } from '../TalosFailure';
import { parseEndpoint } from './parseEndpoint';
import { readPrivateKey } from './readPrivateKey';
import type { TalosAccess } from './TalosAccess';

const contextSchema = z.looseObject({
  endpoints: z.array(z.string()).nullish(),
  ca: z.string().nullish(),
  crt: z.string().nullish(),
  key: z.string().nullish(),
  auth: z.looseObject({ siderov1: z.unknown() }).nullish(),
});

const talosconfigSchema = z.looseObject({
  context: z.string().nullish(),
  contexts: z.record(z.string(), contextSchema.nullable()),
});

/** One context of a talosconfig: the one that is named, else the file's current one. */
export function parseTalosconfig(
  text: string,
  name?: string,
): TalosAnswer<TalosAccess> {
  const parsed = talosconfigSchema.safeParse(parseYaml(text));
  if (!parsed.success) return invalid('it is no talosconfig');
  const wanted = name ?? parsed.data.context;
  if (!wanted) {
    return invalid(
      'it has no current context and the configuration names none',
    );
  }
  const context = parsed.data.contexts[wanted];
  if (!context) return invalid(`it has no context ${wanted}`);
  if (context.auth?.siderov1) {
    return { ok: false, failure: { reason: 'unsupported-config' } };
  }
  const { ca, crt, key, endpoints: written } = context;
  if (!written?.length) {
    return invalid(`the context ${wanted} has no endpoints`);
  }
  const endpoints = written.map(parseEndpoint);
  const wrong = endpoints.indexOf(undefined);
  if (wrong >= 0) return invalid(`${written[wrong]} is no endpoint`);
  if (!ca || !crt || !key) {
    return invalid(`the context ${wanted} lacks ca, crt or key`);
  }
  return readCredentials({
    endpoints: endpoints.filter(endpoint => endpoint !== undefined),
    authority: decode(ca),
    certificate: decode(crt),
    key: decode(key),
  });
}

function readCredentials(
  given: Pick<TalosAccess, 'endpoints' | 'authority' | 'certificate' | 'key'>,
): TalosAnswer<TalosAccess> {
  const authority = readCertificate(given.authority);
  if (!authority) return invalid('its ca is no PEM certificate in base64');
  const certificate = readCertificate(given.certificate);
  if (!certificate) return invalid('its crt is no PEM certificate in base64');
  const key = readKey(given.key);
  if (!key) return invalid('its key is no PEM private key in base64');
  if (!certificate.checkPrivateKey(key)) {
    return invalid('its key does not belong to its crt');
  }
  return {
    ok: true,
    value: {
      ...given,
      key: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
      validFrom: new Date(certificate.validFrom),
      expiresAt: new Date(certificate.validTo),
      roles: readRoles(certificate),
    },
  };
}

const organizationSchema = z
  .union([z.string(), z.array(z.string())])
  .transform(value => [value].flat());

/** Talos reads roles from the certificate's organizations. */
function readRoles(certificate: X509Certificate): string[] {
  const parsed = organizationSchema.safeParse(
    certificate.toLegacyObject().subject.O,
  );
  return parsed.success ? parsed.data : [];
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

function readCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return readPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function invalid(detail: string): {
  ok: false;
  failure: { reason: 'config-invalid'; detail: string };
} {
  return { ok: false, failure: { reason: 'config-invalid', detail } };
}
