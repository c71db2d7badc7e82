import { randomBytes } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { documentation, readJson } from '../apiGate';
import type { ForgeApp } from '../model/ForgeApp';
import type { ForgeState } from '../model/ForgeState';
import { readAppToken } from './readAppToken';

const bodySchema = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
});

/** What an app of GitHub does as itself: find where it is installed, and get tokens there. */
export function appRoutes(forge: ForgeState): Router {
  const router = Router();
  const asApp =
    (handle: (app: ForgeApp, request: Request, response: Response) => void) =>
    (request: Request, response: Response) => {
      const app = readAppToken(forge, request.headers.authorization);
      if (app) {
        handle(app, request, response);
      } else {
        refuse(response, 401, 'A JSON web token could not be decoded');
      }
    };
  router.get(
    '/repos/:owner/:name/installation',
    asApp((app, request, response) => {
      const fullName = `${request.params.owner}/${request.params.name}`;
      forge.calls.push('GET /repos/{owner}/{repo}/installation');
      if (app.repositories.includes(fullName)) {
        response.json({
          id: app.installationId,
          app_id: app.id,
          permissions: app.permissions,
          repository_selection: 'selected',
        });
      } else {
        refuse(response, 404, 'Not Found');
      }
    }),
  );
  router.post(
    '/app/installations/:id/access_tokens',
    readJson(),
    asApp((app, request, response) => {
      forge.calls.push(
        'POST /app/installations/{installation_id}/access_tokens',
      );
      if (request.params.id !== String(app.installationId)) {
        refuse(response, 404, 'Not Found');
        return;
      }
      issueToken(forge, app, bodySchema.parse(request.body ?? {}), response);
    }),
  );
  return router;
}

function issueToken(
  forge: ForgeState,
  app: ForgeApp,
  asked: z.output<typeof bodySchema>,
  response: Response,
) {
  const byId = (id: number) => forge.repositories()[id - 1]?.fullName ?? '';
  const byName = (name: string) =>
    app.repositories.find(fullName => fullName.endsWith(`/${name}`)) ?? '';
  const named = [
    ...(asked.repositories ?? []).map(byName),
    ...(asked.repository_ids ?? []).map(byId),
  ];
  const repositories = named.length > 0 ? named : app.repositories;
  const permissions = asked.permissions ?? app.permissions;
  if (repositories.some(name => !app.repositories.includes(name))) {
    refuse(
      response,
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
    return;
  }
  const exceeds = Object.entries(permissions).some(
    ([name, level]) =>
      app.permissions[name] !== level && app.permissions[name] !== 'write',
  );
  if (exceeds) {
    refuse(
      response,
      422,
      'The permissions requested are not granted to this installation.',
    );
    return;
  }
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  forge.addToken(token, app.login, { repositories, permissions });
  const expires = forge.clock.now().getTime() + 3_600_000;
  response.status(201).json({
    token,
    expires_at: new Date(expires).toISOString().replace(/\.\d+Z$/, 'Z'),
    permissions,
    repository_selection: named.length > 0 ? 'selected' : 'all',
  });
}

function refuse(response: Response, status: number, message: string) {
  response.status(status).json({
    message,
    documentation_url: documentation,
    status: String(status),
  });
}
