import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const authorityName: JsonName = [{ O: ['talos'] }];
const algorithm = { name: 'Ed25519' };
const year = 365 * 24 * 60 * 60 * 1000;

/** A certificate and its private key. */
export interface Credential {
  certificate: string;
  /** PKCS#8, binary. */
  key: Buffer;
  /** Hexadecimal, as TLS tells it of a peer. */
  serialNumber: string;
}

export interface ClientCertificateOptions {
  /** Organisations of the subject; Talos takes them for roles. */
  roles: string[];
  /** Default: now. */
  notBefore?: Date;
  /** Default: in a year. */
  notAfter?: Date;
  /** Talos takes `client` alone; default just that. */
  usage?: ('client' | 'server')[];
}

/** The certificate authority of one cluster's API, made anew: Ed25519, as Talos makes it. */
export class CertificateAuthority {
  /** PEM. */
  readonly certificate: string;
  readonly #keys: CryptoKeyPair;

  private constructor(certificate: string, keys: CryptoKeyPair) {
    this.certificate = certificate;
    this.#keys = keys;
  }

  static async create(): Promise<CertificateAuthority> {
    const keys = await generateKeys();
    const certificate = await X509CertificateGenerator.createSelfSigned(
      {
        name: authorityName,
        serialNumber: randomSerialNumber(),
        notBefore: new Date(Date.now() - year),
        notAfter: new Date(Date.now() + 10 * year),
        signingAlgorithm: algorithm,
        keys,
        extensions: [
          new BasicConstraintsExtension(true, undefined, true),
          new KeyUsagesExtension(
            KeyUsageFlags.digitalSignature + KeyUsageFlags.keyCertSign,
            true,
          ),
        ],
      },
      crypto,
    );
    return new CertificateAuthority(certificate.toString('pem'), keys);
  }

  /** For apid: 127.0.0.1, ::1 and localhost. */
  issueServer(
    validity: { notBefore?: Date; notAfter?: Date } = {},
  ): Promise<Credential> {
    return this.#issue({
      name: [{ CN: ['talos'] }],
      usage: ['server'],
      ...validity,
      names: [
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
        { type: 'dns', value: 'localhost' },
      ],
    });
  }

  issueClient(options: ClientCertificateOptions): Promise<Credential> {
    return this.#issue({
      usage: ['client'],
      ...options,
      name:
        options.roles.length > 0
          ? [{ O: options.roles }]
          : [{ CN: ['nobody'] }],
      names: [],
    });
  }

  async #issue(options: {
    name: JsonName;
    usage: ('client' | 'server')[];
    names: { type: 'ip' | 'dns'; value: string }[];
    notBefore?: Date;
    notAfter?: Date;
  }): Promise<Credential> {
    const keys = await generateKeys();
    const serialNumber = randomSerialNumber();
    const certificate = await X509CertificateGenerator.create(
      {
        subject: options.name,
        issuer: authorityName,
        serialNumber,
        notBefore: options.notBefore ?? new Date(Date.now() - 60_000),
        notAfter: options.notAfter ?? new Date(Date.now() + year),
        signingAlgorithm: algorithm,
        signingKey: this.#keys.privateKey,
        publicKey: keys.publicKey,
        extensions: [
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension(
            options.usage.map(usage =>
              usage === 'client'
                ? ExtendedKeyUsage.clientAuth
                : ExtendedKeyUsage.serverAuth,
            ),
          ),
          ...(options.names.length > 0
            ? [new SubjectAlternativeNameExtension(options.names)]
            : []),
        ],
      },
      crypto,
    );
    return {
      certificate: certificate.toString('pem'),
      key: Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
      serialNumber: serialNumber.toUpperCase(),
    };
  }
}

async function generateKeys(): Promise<CryptoKeyPair> {
  const keys = await crypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ]);
  if (!('privateKey' in keys)) {
    throw new Error('Node.js made one key where a pair was wanted.');
  }
  return keys;
}

/** Positive, and without leading zeros, so that it is written one way only. */
function randomSerialNumber(): string {
  return `4${randomBytes(16).toString('hex').slice(1)}`;
}
