import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { people } from '../people/people';
import { createWorld } from '../world/World';
import { startOidc } from './startOidc';

const portalUrl = 'http://localhost:7007';
const redirectUri = `${portalUrl}/api/auth/oidc/handler/frame`;

async function start() {
  const world = createWorld({ people });
  const clientSecret = randomBytes(16).toString('hex');
  const system = await startOidc(world, {
    port: 0,
    portalUrl,
    tokens: {
      forge: '',
      argocd: '',
      kubernetes: '',
      oidcClientSecret: clientSecret,
      ceph: '',
    },
  });
  const metadata = await fetch(
    `${system.url}/realms/edgit/.well-known/openid-configuration`,
  ).then(response => response.json());
  return { world, clientSecret, system, metadata };
}

/** Follows redirects with cookies, as a browser does, until a page or another host is reached. */
async function browse(
  url: string,
  cookies: Map<string, string>,
  init: RequestInit = {},
): Promise<{ url: string; response?: Response }> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    headers: {
      ...init.headers,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join(';'),
    },
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    cookies.set(name, value);
  }
  const location = response.headers.get('location');
  if (location === null) {
    return { url, response };
  }
  const next = new URL(location, url).href;
  return next.startsWith(portalUrl) ? { url: next } : browse(next, cookies);
}

let running: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  running = await start();
});
afterAll(() => running.system.stop());
afterEach(() => running.world.faults.clear());

function authorizationUrl(parameters: Record<string, string>) {
  const url = new URL(running.metadata.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    ...parameters,
  }).toString();
  return url.href;
}

function requestToken(body: Record<string, string>, secret?: string) {
  const credentials = Buffer.from(
    `portal:${secret ?? running.clientSecret}`,
  ).toString('base64');
  return fetch(running.metadata.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams(body),
  });
}

/** The claims of the ID token, if one of the realm's keys has signed it. */
async function verifyIdToken(token: string) {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const decode = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString());
  const { keys } = await fetch(running.metadata.jwks_uri).then(response =>
    response.json(),
  );
  const key = keys.find(
    (candidate: { kid: string }) => candidate.kid === decode(header).kid,
  );
  const isGenuine = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );
  expect(isGenuine).toBe(true);
  return decode(payload);
}

async function signIn(username: string) {
  const verifier = randomBytes(32).toString('base64url');
  const nonce = randomBytes(16).toString('base64');
  const cookies = new Map<string, string>();
  const page = await browse(
    authorizationUrl({
      nonce,
      state: 'kept',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
    cookies,
  );
  const html = await page.response?.text();
  const back = await browse(page.url, cookies, {
    method: 'POST',
    body: new URLSearchParams({ username }),
  });
  const answer = new URL(back.url).searchParams;
  return { html, answer, verifier, nonce, cookies };
}

it('describes itself as a Keycloak realm', () => {
  const base = `${running.system.url}/realms/edgit/protocol/openid-connect`;
  expect(running.metadata).toMatchObject({
    issuer: `${running.system.url}/realms/edgit`,
    authorization_endpoint: `${base}/auth`,
    token_endpoint: `${base}/token`,
    userinfo_endpoint: `${base}/userinfo`,
    jwks_uri: `${base}/certs`,
    end_session_endpoint: `${base}/logout`,
    revocation_endpoint: `${base}/revoke`,
  });
});

it.each(people)(
  'signs $username in with a code that is good once',
  async person => {
    const { html, answer, verifier, nonce } = await signIn(person.username);
    expect(html).toContain(`Sign in as ${person.displayName}`);
    expect(answer.get('state')).toBe('kept');

    const exchange = {
      grant_type: 'authorization_code',
      code: answer.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
    };
    const response = await requestToken(exchange);
    expect(response.status).toBe(200);
    const tokens = await response.json();

    const claims = {
      preferred_username: person.username,
      name: person.displayName,
      email: person.email,
      email_verified: true,
      groups: person.groups,
    };
    const payload = await verifyIdToken(tokens.id_token);
    expect(payload).toMatchObject({
      ...claims,
      nonce,
      iss: running.metadata.issuer,
      aud: 'portal',
    });

    const userinfo = await fetch(running.metadata.userinfo_endpoint, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await userinfo.json()).toMatchObject({
      ...claims,
      sub: payload.sub,
    });

    const refreshed = await requestToken({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    expect(refreshed.status).toBe(200);

    const second = await requestToken(exchange);
    expect(second.status).toBe(400);
    expect(await second.json()).toMatchObject({ error: 'invalid_grant' });
  },
);

it('refuses a wrong secret, a foreign redirect URI and an unknown person', async () => {
  const wrong = await requestToken(
    { grant_type: 'authorization_code', code: 'x', redirect_uri: redirectUri },
    'wrong',
  );
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({ error: 'invalid_client' });

  const foreign = await browse(
    authorizationUrl({ redirect_uri: 'http://localhost:7007/elsewhere' }),
    new Map(),
  );
  expect(foreign.response?.status).toBe(400);
  expect(await foreign.response?.text()).toContain('redirect_uri');

  const { answer } = await signIn('mallory');
  expect(answer.get('error')).toBe('access_denied');
});

it('keeps a session for prompt=none and shows the page again for prompt=login', async () => {
  const silent = await browse(authorizationUrl({ prompt: 'none' }), new Map());
  expect(new URL(silent.url).searchParams.get('error')).toBe('login_required');

  const { cookies } = await signIn('ada');
  const again = await browse(authorizationUrl({ prompt: 'none' }), cookies);
  expect(new URL(again.url).searchParams.get('code')).not.toBeNull();

  const page = await browse(authorizationUrl({ prompt: 'login' }), cookies);
  expect(await page.response?.text()).toContain('Sign in as Boris Amsel');
});

it('says what to do when a sign-in is no longer known', async () => {
  const response = await fetch(
    `${running.system.url}/realms/edgit/login-actions/long-gone`,
  );
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('sign in again');
});

it('is down when told so', async () => {
  running.world.faults.set({ system: 'oidc', kind: 'unavailable' });
  const response = await fetch(running.metadata.jwks_uri);
  expect(response.status).toBe(503);
});
