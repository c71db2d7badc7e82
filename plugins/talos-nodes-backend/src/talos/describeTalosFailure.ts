import type { TalosFailure } from './TalosFailure';

/** Where a failure happened, as its sentence names it. */
export interface TalosPlace {
  platform: string;
  cluster: string;
  /** Path of the talosconfig. */
  talosconfig: string;
  deadlineMilliseconds: number;
  /** The machine that was asked; default: the cluster's endpoints. */
  node?: string;
}

/** The sentence for logs and cards: what happened, and what to do about it. */
export function describeTalosFailure(
  failure: TalosFailure,
  place: TalosPlace,
): string {
  const { platform, cluster, talosconfig, deadlineMilliseconds, node } = place;
  const who = node
    ? `The Talos API of ${node} (${cluster})`
    : `The Talos API of ${cluster}`;
  const key = `platforms.${platform}.clusters (${cluster}) talos`;
  const renew = `Make a new one with "talosctl config new --roles os:reader" and put it at ${talosconfig}; it is read again by itself.`;
  switch (failure.reason) {
    case 'config-invalid':
      return `The talosconfig ${talosconfig} of ${cluster} cannot be used: ${failure.detail}. Check the file and ${key}.`;
    case 'unsupported-config':
      return `The talosconfig ${talosconfig} of ${cluster} is one of Omni, which signs requests with a person's key; that is not supported. Give one with ca, crt and key and the role os:reader, or take talos out of ${key}.`;
    case 'certificate-expired':
      return `The client certificate for ${cluster} has expired${failure.at ? ` on ${failure.at}` : ''}. ${renew}`;
    case 'clock-differs':
      return `A certificate between the portal and ${cluster} is not valid at this time. Compare the clocks of the portal and of the machines.`;
    case 'wrong-authority':
      switch (failure.refused) {
        case 'machine':
          return `${who} presents a certificate that the talosconfig's ca did not sign. Check that ${talosconfig} belongs to this cluster, and that its endpoints lead to it.`;
        case 'client':
          return `${who} does not accept the client certificate. It was signed by another authority, or not for clients. ${renew}`;
        default:
          return `${who} presents a certificate that does not bear the address it was asked at. Use one of the machine's own addresses as endpoint, or add this one to machine.certSANs.`;
      }
    case 'not-allowed':
      switch (failure.meaning) {
        case 'role':
          return `${who} does not let this certificate read it. ${renew}`;
        case 'forwarding':
          return `${who} does not pass requests on to other machines, as only control planes do. Put control planes into the endpoints of ${talosconfig}.`;
        default:
          return `${who} does not know what was asked for; its Talos is older.`;
      }
    case 'unreachable':
      return `${who} cannot be reached (${failure.code}). Check that the machine runs, and networks and policies between the portal and port 50000.`;
    case 'port-closed':
      return `Nothing listens where ${who} should be. Check that apid runs, and the endpoints of ${talosconfig}; their port is 50000 unless they say otherwise.`;
    case 'not-talos':
      return `Something answers where ${who} should be, but it is not Talos. Check the endpoints of ${talosconfig}.`;
    case 'slow':
      return `${who} did not answer within ${deadlineMilliseconds / 1000} s. If it is healthy but busy, raise deadlineSeconds in ${key}.`;
    case 'too-large':
      return `${who} sent more than 32 MiB in one answer, which is not read.`;
    case 'not-found':
      return `${who} has not what was asked for.`;
    case 'unsupported':
      return `${who} does not offer what was asked for; its Talos is older, or it is no control plane.`;
    case 'watch-lost':
      return `${who} lost track of what was watched; it is read anew.`;
    default:
      return failure satisfies never;
  }
}
