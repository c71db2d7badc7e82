import type { Finding } from '../../finding/Finding';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { LoginClient, RepositoryModel } from '../../read/RepositoryModel';
import type { Change } from './Change';
import { ownersOf, severityOfTaking } from './Holding';

/** Ids of login clients that another client of the same realm has. */
export function checkTakenClients({ fork, base, head }: Change): Finding[] {
  const before = clientsOf(fork.model);
  const held = clientsOf(base.model);
  const owners = { before: ownersOf(base.model), after: ownersOf(head.model) };
  return [...clientsOf(head.model)].flatMap(([key, clients]) => {
    const known = before.get(key) ?? [];
    const grew = clients.length > known.length;
    const moved = clients.filter(
      // A client whose app goes is nobody's from then on.
      ({ app }) =>
        app !== undefined && !known.some(client => client.app === app),
    );
    const added = clients.filter(
      ({ source }) => !known.some(client => client.source.file === source.file),
    );
    const newcomer =
      moved.at(-1) ?? (grew ? (added.at(-1) ?? clients.at(-1)) : undefined);
    const holder = newcomer
      ? (held.get(key) ?? []).find(
          ({ app }) => grew || (app !== undefined && app !== newcomer.app),
        )
      : undefined;
    if (!newcomer || !holder) return [];
    const severity = severityOfTaking(
      owners.after.get(newcomer.app ?? ''),
      owners.before.get(holder.app ?? ''),
      !grew,
    );
    const of = holder.app === undefined ? '' : ` of the app ${holder.app}`;
    return [
      {
        code: 'client-id-taken' as const,
        severity,
        message: `There is a login client named ${newcomer.clientId}${of} already.`,
        fix: 'Choose another client id, or let the owner of that client review this change.',
        cluster: newcomer.cluster,
        app: newcomer.app,
        ...newcomer.source,
      },
    ];
  });
}

function clientsOf({
  loginClients,
}: RepositoryModel): Map<string, LoginClient[]> {
  const found = new Map<string, LoginClient[]>();
  for (const client of loginClients) {
    const { realm = '', clientId } = client;
    if (!isLiteral(clientId)) continue;
    const key = JSON.stringify([realm, clientId.toLowerCase()]);
    found.set(key, [...(found.get(key) ?? []), client]);
  }
  return found;
}
