import { setTimeout as wait } from 'node:timers/promises';
import { Router, type Response } from 'express';
import { gitHttpBackend } from '../git/gitHttpBackend';
import { faultMiddleware } from '../http/faultMiddleware';
import type { World } from '../world/World';
import { loseAnswer } from './apiGate';
import { authenticate } from './authenticate';
import { maySee } from './model/ForgeAccount';

const services =
  '(info/refs|git-upload-pack|git-receive-pack|HEAD|objects/[^?]*)';

/** An advertisement of references that ends in the middle. */
function cutOff(response: Response) {
  response
    .status(200)
    .type('application/x-git-upload-pack-advertisement')
    .send('001e# service=git-upload-pack\n0000010f');
}

/** Planned failures are named by the request, such as `POST git-receive-pack`. */
async function serveGit(
  { forge }: World,
  options: Parameters<typeof gitHttpBackend>[0] & { response: Response },
) {
  const { request, response } = options;
  const service = options.path.split('/').at(-1);
  const failure = forge.failures.take(`${request.method} ${service}`);
  if (failure?.mode === 'error-before') {
    response.status(502).type('text/plain').send('Bad Gateway\n');
    return;
  }
  if (failure?.mode === 'slow') {
    await wait(failure.delayMs);
    // What a client sends is gone with it.
    if (response.destroyed) {
      return;
    }
  }
  if (failure?.mode === 'error-after' || failure?.mode === 'lost-answer') {
    await gitHttpBackend({ ...options, withholdAnswer: true });
    if (failure.mode === 'lost-answer') {
      loseAnswer(response);
    } else {
      response.status(502).type('text/plain').send('Bad Gateway\n');
    }
    return;
  }
  await gitHttpBackend(options);
}

/** Git smart HTTP at `/<owner>/<name>.git`, for everybody with a token. */
export function gitRoutes(world: World, gitRoot: string): Router {
  const router = Router();
  const path = new RegExp(`^/([\\w.-]+)/([\\w.-]+?)\\.git/${services}$`);
  router.use(path, faultMiddleware(world, 'git', { malformed: cutOff }));
  router.all(path, (request, response, next) => {
    const { 0: owner, 1: name, 2: service } = request.params;
    const who = authenticate(world.forge, request);
    if (who.outcome !== 'known') {
      response
        .status(401)
        .set('www-authenticate', 'Basic realm="Sandbox forge"')
        .type('text/plain')
        .send('Authentication is needed: show a token as password.\n');
      return;
    }
    const repository = world.forge
      .repositories()
      .find(
        candidate =>
          candidate.fullName === `${owner}/${name}` &&
          maySee(who.account, candidate.fullName),
      );
    if (!repository) {
      response.status(404).type('text/plain').send('Repository not found.\n');
      return;
    }
    const isPush =
      service === 'git-receive-pack' ||
      request.query.service === 'git-receive-pack';
    const mayWrite =
      who.account.permission === 'write' &&
      (who.account.grant?.permissions.contents ?? 'write') === 'write' &&
      !world.forge.archived.has(repository.fullName);
    if (isPush && !mayWrite) {
      response
        .status(403)
        .type('text/plain')
        .send('Write access to repository not granted.\n');
      return;
    }
    serveGit(world, {
      request,
      response,
      gitRoot,
      path: `/${repository.fullName}.git/${service}`,
      query: request.originalUrl.split('?')[1] ?? '',
      user: who.account.login,
    })
      .then(() => (isPush ? repository.noticeChanges() : undefined))
      .then(() => response.end())
      .catch(next);
  });
  return router;
}
