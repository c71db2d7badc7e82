/** Why Ceph's manager gave no usable answer. */
export type ManagerFailure =
  /** User or password is wrong, or the account is locked; not tried again. */
  | { reason: 'login-refused' }
  /** A token just given is not accepted. */
  | { reason: 'token-refused' }
  | { reason: 'forbidden'; path: string }
  /** A standby answered with a redirect to the active one, which is not followed. */
  | { reason: 'not-active' }
  | { reason: 'unreachable'; code: string }
  | { reason: 'slow' }
  | { reason: 'unavailable'; status: number }
  | { reason: 'version'; path: string }
  | { reason: 'too-large'; limitMegabytes: number }
  | { reason: 'incomplete'; path: string; got: number; total: number }
  | { reason: 'not-the-api'; status: number }
  | { reason: 'malformed'; detail: string };

/** What is wrong and what to do, as a sentence. */
export function describeManagerFailure(
  failure: ManagerFailure,
  url: string,
): string {
  const manager = `Ceph's manager at ${url}`;
  switch (failure.reason) {
    case 'login-refused':
      return `${manager} refused the login. Check ceph.manager.username and password; if they are right, ten refusals have locked the account: enable it with "ceph dashboard ac-user-enable". It is not tried again until the portal is started anew.`;
    case 'token-refused':
      return `${manager} refuses the token it gave. Check that no other service answers at ceph.manager.url.`;
    case 'forbidden':
      return `${manager} does not let the user read ${failure.path}. Give its role the scopes monitor, osd and pool with read.`;
    case 'not-active':
      return `The manager at ${url} is a standby and names another one, which is not followed. Let ceph.manager.url lead to the active manager, such as the service rook-ceph-mgr-dashboard.`;
    case 'unreachable':
      return `${manager} cannot be reached (${failure.code}). Check that a manager runs, and ceph.manager.url.`;
    case 'slow':
      return `${manager} did not answer in time. Check Ceph's monitors and the network.`;
    case 'unavailable':
      return `${manager} answered with status ${failure.status}. Check the log of the active manager.`;
    case 'version':
      return `${manager} does not offer ${failure.path} in a version that is understood. Check that Ceph is Pacific or newer.`;
    case 'too-large':
      return `${manager} sent more than ${failure.limitMegabytes} MB, which is not read. Take the scope manager from the user's role.`;
    case 'incomplete':
      return `${manager} sent ${failure.got} of ${failure.total} items of ${failure.path}, so that none is shown. Report this with the version of Ceph.`;
    case 'not-the-api':
      return `What answers at ${url} (status ${failure.status}) is not the REST API of Ceph's manager. Check ceph.manager.url and the dashboard's path prefix.`;
    case 'malformed':
      return `${manager} sent an answer that cannot be understood: ${failure.detail}. Check the version of Ceph.`;
    default:
      return failure satisfies never;
  }
}

/** It answers, and does not let the portal in. */
export function isRefusal({ reason }: ManagerFailure): boolean {
  return (
    reason === 'login-refused' ||
    reason === 'token-refused' ||
    reason === 'forbidden'
  );
}
