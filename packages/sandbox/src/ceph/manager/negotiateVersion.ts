/** The version to answer with, or why there is none. */
export type Negotiation =
  | { outcome: 'version'; mediaType: string }
  | { outcome: 'refused'; detail: string };

/** A client may ask for the endpoint's version, or for a smaller minor one. */
export function negotiateVersion(
  accept: string | undefined,
  endpoint: string,
): Negotiation {
  const asked = /^application\/vnd\.ceph\.api\.v(\d+\.\d+)\+json$/.exec(
    accept?.trim() ?? '',
  )?.[1];
  if (asked === undefined) {
    return {
      outcome: 'refused',
      detail: 'Unable to find version in request header',
    };
  }
  const [major, minor] = toNumbers(endpoint);
  const [askedMajor, askedMinor] = toNumbers(asked);
  return askedMajor === major && askedMinor <= minor
    ? { outcome: 'version', mediaType: toMediaType(endpoint) }
    : {
        outcome: 'refused',
        detail: `Incorrect version: endpoint is '${endpoint}', client requested '${asked}'`,
      };
}

function toMediaType(version: string): string {
  return `application/vnd.ceph.api.v${version}+json`;
}

function toNumbers(version: string): [number, number] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
