import { directoryOf } from '../edit/directoryOf';
import { emitJson } from '../edit/json/emitJson';
import { detectJsonStyle } from '../edit/json/JsonStyle';
import { parseJson } from '../edit/json/parseJson';
import { replaceJsonStrings } from '../edit/json/replaceJsonStrings';
import { expandDomains } from '../profile/expandDomains';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions, Profile } from '../profile/Profile';
import { withDomainVariable } from '../profile/withDomainVariable';
import { jsonClientSchema } from '../read/identity/jsonClientSchema';
import { clientOf } from '../read/identity/readJsonClients';
import { isRecord } from '../read/isRecord';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import type { FollowingBlock } from './FollowingBlock';
import { isNamedByFile, jsonClientFields } from './jsonClientFields';
import type { LoginClientValue } from './terraformKeycloakClient';
import { withHost } from './withHost';

type Name = 'json-keycloak-client';

/**
 * A confidential Keycloak client in a JSON file, which a Terraform stack reads
 * with all others of the directory. Its secret is what the store holds.
 */
export const jsonKeycloakClient: RetiringBlock<Name, LoginClientValue> &
  FollowingBlock<Name, LoginClientValue> = {
  write(context, options, { clientId, redirectUri, secretKey }) {
    const { tree, app } = context;
    const { file, place } = placeOf(context, options);
    const refuse = (reason: string) => fileFinding(file, { ok: false, reason });
    if (!place) {
      return refuse('the profile reads no login clients from its directory');
    }
    if (tree.has(file)) return refuse('there is a file of that name already');
    const texts = siblingsOf(context, file);
    const siblings = texts.map(parseJson).filter(isRecord);
    if (isNamedByFile(siblings) && clientOf(file) !== clientId) {
      return refuse(`a client of that file is named ${clientOf(file)}`);
    }
    const { hostname, pathname } = new URL(redirectUri);
    const origin = `https://${withDomainVariable(hostname, place.variables)}`;
    const fields = jsonClientFields(
      {
        clientId,
        name: app,
        secretKey,
        redirectUri: `${origin}${pathname}`,
        origin,
      },
      siblings,
    );
    tree.writeText(file, emitJson(fields, detectJsonStyle(texts)));
    return [];
  },

  find(context, options) {
    const { file, place } = placeOf(context, options);
    const value = parseJson(context.tree.readText(file) ?? '');
    const { data } = jsonClientSchema.safeParse(value);
    if (!data) return [];
    const { clientId = clientOf(file), redirectUris, secretKey = '' } = data;
    const uris = redirectUris.length > 0 ? redirectUris : [''];
    return uris.map(uri => ({
      clientId,
      redirectUri: expandDomains(uri, place?.variables),
      secretKey,
    }));
  },

  retire(context, options) {
    context.tree.remove(placeOf(context, options).file);
    return [];
  },

  filesNaming(context, options, host) {
    const { file } = placeOf(context, options);
    const text = context.tree.readText(file) ?? '';
    const hosts = { host, newHost: '' };
    return moved(context, options, text, hosts) === text ? [] : [file];
  },

  follow(context, options, hosts) {
    const { file } = placeOf(context, options);
    const text = context.tree.readText(file) ?? '';
    context.tree.writeText(file, moved(context, options, text, hosts));
    return [];
  },

  claims: ({ clientId }) => [{ kind: 'client-id', clientId }],
};

/** The app's file, and what the profile says of its directory. */
function placeOf(
  { profile, names }: BlockContext,
  options: BlockOptions<Name>,
): { file: string; place?: Profile['loginClients'][number] } {
  const file = expandNames(options.file, names);
  const place = profile.loginClients.find(
    ({ form, directory }) => form === 'json' && directory === directoryOf(file),
  );
  return { file, place };
}

function siblingsOf({ tree }: BlockContext, file: string): string[] {
  return tree
    .list(directoryOf(file))
    .filter(path => path.endsWith('.json'))
    .map(path => tree.readText(path) ?? '');
}

/** A client's file with another host in every URL that leads to the one; itself where none does. */
function moved(
  context: BlockContext,
  options: BlockOptions<Name>,
  text: string,
  { host, newHost }: { host: string; newHost: string },
): string {
  if (parseJson(text) === undefined) return text;
  const variables = placeOf(context, options).place?.variables;
  return replaceJsonStrings(text, url =>
    withHost(
      url,
      { host, newHost: withDomainVariable(newHost, variables) },
      written => expandDomains(written, variables),
    ),
  );
}
