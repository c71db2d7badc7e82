import express, { json, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultMiddleware } from '../../http/faultMiddleware';
import { listen, type RunningSystem } from '../../http/listen';
import type { FaultSystem } from '../../world/faults';
import type { World } from '../../world/World';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import type { Accounts } from './Accounts';
import { toManagerUrl } from './answers/toSummary';
import { type Endpoint, endpoints } from './endpoints';
import { forbidden, sendFailure, unauthorized, unexpected } from './failures';
import { negotiateVersion } from './negotiateVersion';
import type { ManagerAddress } from './ManagerAddress';

const credentialsSchema = z.object({
  username: z.string(),
  password: z.string(),
});
const pageSchema = z.object({
  limit: z.coerce.number().int().optional(),
  offset: z.coerce.number().int().min(0).default(0),
});

/**
 * The REST API of the active manager, as its dashboard serves it. What asks the
 * monitors never answers while these have no quorum; all else goes on with what
 * the manager heard last.
 */
export async function startManager(
  world: World,
  options: {
    port: number;
    system: FaultSystem;
    ceph: SimulatedCeph;
    accounts: Accounts;
    address: ManagerAddress;
  },
): Promise<RunningSystem> {
  const { ceph, accounts, address } = options;
  const { release } = ceph.definition;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    faultMiddleware(world, options.system, {
      forbidden: response => sendFailure(response, 403, forbidden),
    }),
  );
  app.use((request, response, next) => {
    const status = ceph.observeAsManager();
    const active = ceph
      .observe()
      .managers.find(({ role }) => role === 'active');
    if (!active) {
      // Nobody listens.
      request.socket.destroy();
    } else if (address.reaches === 'standby') {
      const { address: host = '' } =
        status.managers.find(({ role }) => role === 'active') ?? {};
      response.redirect(303, toManagerUrl(host));
    } else {
      response.set({
        server: 'Ceph-Dashboard',
        'content-security-policy': "frame-ancestors 'self';",
        'x-content-type-options': 'nosniff',
        'strict-transport-security':
          'max-age=63072000; includeSubDomains; preload',
      });
      next();
    }
  });

  const negotiate = (request: Request, response: Response): boolean => {
    const negotiation = negotiateVersion(
      request.get('accept'),
      release.apiVersions[request.path] ?? '1.0',
    );
    if (negotiation.outcome === 'refused') {
      sendFailure(response, 415, negotiation.detail);
      return false;
    }
    response.set('content-type', negotiation.mediaType);
    return true;
  };

  app.post('/api/auth', json(), (request, response) => {
    const parsed = credentialsSchema.safeParse(request.body);
    if (!negotiate(request, response) || !ceph.observe().hasQuorum) {
      return;
    }
    const { username, password } = parsed.data ?? {
      username: '',
      password: '',
    };
    const token = accounts.logIn(username, password);
    if (token === undefined) {
      response
        .status(400)
        .set('content-type', 'application/json')
        .end(
          JSON.stringify({
            detail: 'Invalid credentials',
            code: 'invalid_credentials',
            component: 'auth',
          }),
        );
      return;
    }
    response
      .status(201)
      .append('set-cookie', `token=${token}; HttpOnly; Path=/; SameSite=Strict`)
      .end(
        JSON.stringify({
          token,
          username,
          permissions: Object.fromEntries(
            accounts.scopes.toSorted().map(scope => [scope, ['read']]),
          ),
          pwdExpirationDate: null,
          sso: false,
          pwdUpdateRequired: false,
        }),
      );
  });

  app.use((request, response) => {
    const endpoint = endpoints[request.path];
    const token = readToken(request);
    if (!endpoint) {
      sendFailure(response, 404, `The path '${request.path}' was not found.`);
    } else if (token === undefined || !accounts.isValid(token)) {
      sendFailure(response, 401, unauthorized);
    } else if (!negotiate(request, response)) {
      // It has been answered.
    } else if (request.method !== 'GET' || !mayRead(accounts, endpoint)) {
      sendFailure(response, 403, forbidden);
    } else if (endpoint.asksMonitors && !ceph.observe().hasQuorum) {
      // It waits for monitors that do not answer.
    } else {
      answer(request, response, endpoint);
    }
  });

  function answer(request: Request, response: Response, endpoint: Endpoint) {
    const paged = release.pages && endpoint.pageSize !== undefined;
    const known = [
      ...(endpoint.parameters ?? []),
      ...(paged ? ['limit', 'offset', 'search', 'sort'] : []),
    ];
    const page = pageSchema.safeParse(request.query);
    const isKnown = Object.keys(request.query).every(name =>
      known.includes(name),
    );
    if (!isKnown || !page.success) {
      sendFailure(response, 500, unexpected);
      return;
    }
    const content = endpoint.answer(ceph.observeAsManager(), {
      scopes: accounts.scopes,
      query: request.query,
    });
    if (!paged || !Array.isArray(content)) {
      response.status(200).end(JSON.stringify(content));
      return;
    }
    const { limit = endpoint.pageSize ?? 0, offset } = page.data;
    response
      .status(200)
      .set('x-total-count', String(content.length))
      .end(
        JSON.stringify(
          limit === -1 ? content : content.slice(offset, offset + limit),
        ),
      );
  }

  return listen(
    `Ceph manager of ${ceph.definition.cluster}`,
    options.port,
    app,
  );
}

function mayRead(accounts: Accounts, { scope }: Endpoint): boolean {
  return (
    scope === 'none' || (scope !== 'nobody' && accounts.scopes.includes(scope))
  );
}

/** The cookie counts more than the header. */
function readToken(request: Request): string | undefined {
  const cookie = /(?:^|;\s*)token=([^;]+)/.exec(request.get('cookie') ?? '');
  const bearer = /^Bearer (.+)$/.exec(request.get('authorization') ?? '');
  return cookie?.[1] ?? bearer?.[1];
}
