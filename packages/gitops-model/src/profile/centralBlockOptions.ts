import { z } from 'zod';
import { list, name, path } from './profileTexts';

/** Name of an object, in which placeholders stand. */
const namePattern = z
  .string()
  .regex(/^[a-z0-9{}]([-a-z0-9.{}]*[a-z0-9{}])?$/, 'must name an object');

/** A listener per host of an app, in a Gateway of all of them. */
const gatewayListener = z.strictObject({
  block: z.literal('gateway-listener'),
  /** Existing file of the Gateway. */
  file: path,
  /** Name of a gateway that `domains` name without a `sectionName`. */
  gateway: name,
  /** Of the app's first host. */
  name: namePattern.default('{app}-https'),
  /** Of every other host; `{host}` is the host with `-` for `.`. */
  furtherName: namePattern.default('{app}-{host}-https'),
  port: z.number().int().min(1).max(65535).default(443),
  /** Secret of the certificate; its namespace, where that is not the Gateway's. */
  certificate: z.strictObject({
    name: namePattern,
    namespace: namePattern.optional(),
  }),
});

/** A certificate of cert-manager for those hosts of an app that have listeners of their own. */
const certificate = z.strictObject({
  block: z.literal('certificate'),
  file: path,
  list,
  /** Of the Certificate and of its Secret. */
  name: namePattern.default('{app}-tls'),
  /** Where both lie, if not in the app's namespace. */
  namespace: name.optional(),
  issuer: z.strictObject({ kind: z.enum(['Issuer', 'ClusterIssuer']), name }),
});

/** What lets something of another namespace use what lies in the app's. */
const referenceGrant = z.strictObject({
  block: z.literal('reference-grant'),
  file: path,
  list,
  name: namePattern,
  /** `certificate`: Gateways use the Secret of the app's listeners; `route`: routes lead to the app's Service. */
  of: z.enum(['certificate', 'route']),
  /** Namespace of the Gateway, or of the routes. */
  from: name,
});

export const centralBlockOptions = [
  gatewayListener,
  certificate,
  referenceGrant,
] as const;
