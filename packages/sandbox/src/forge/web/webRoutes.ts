import {
  Router,
  urlencoded,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { html } from '../../http/html';
import { sendPage } from '../../http/page';
import { requireSameOrigin } from '../../http/requireSameOrigin';
import type { World } from '../../world/World';
import { ForgeError } from '../model/ForgeError';
import { actOnPullRequest } from './actOnPullRequest';
import { showCommit, showCommits } from './showCommits';
import { showFile, showFolder } from './showFiles';
import { showPullRequest } from './showPullRequest';
import { showPullRequests } from './showPullRequests';
import { splitRevision, type WebView } from './WebView';

/** The pages of the forge, for people. */
export function webRoutes(
  world: World,
  { portalUrl }: { portalUrl: string },
): Router {
  const router = Router();
  const page =
    (handle: (view: WebView, rest: string) => unknown) =>
    (request: Request, response: Response, next: NextFunction) => {
      const { owner = '', name = '' } = request.params;
      Promise.resolve()
        .then(() => {
          const repository = world.forge.repository(`${owner}/${name}`);
          const base = `/${repository.fullName}`;
          const view = {
            world,
            request,
            response,
            repository,
            base,
            portalUrl,
          };
          return handle(view, request.params[0] ?? '');
        })
        .catch(next);
    };
  const pullRequestOf = (view: WebView) =>
    world.forge.pullRequest(
      Number(view.request.params.number),
      view.repository.fullName,
    );

  router.use(requireSameOrigin);
  router.get('/', (_request, response) => {
    const [first] = world.forge.repositories();
    response.redirect(first ? `/${first.fullName}` : portalUrl);
  });
  router.get(
    '/:owner/:name',
    page(view => showAt(view, 'tree', view.repository.defaultBranch)),
  );
  router.get('/:owner/:name/pulls', page(showPullRequests));
  router.get(
    '/:owner/:name/pull/:number(\\d+)/:tab(files|commits)?',
    page(view => showPullRequest(view, pullRequestOf(view))),
  );
  router.post(
    '/:owner/:name/pull/:number(\\d+)',
    urlencoded({ extended: false }),
    page(view => actOnPullRequest(view, pullRequestOf(view))),
  );
  for (const kind of ['tree', 'blob', 'commits', 'commit'] as const) {
    router.get(
      `/:owner/:name/${kind}/*`,
      page((view, rest) => showAt(view, kind, rest.replace(/\/$/, ''))),
    );
  }
  router.use((_request, _response, next) => next(missing()));
  router.use(
    (
      error: unknown,
      _request: Request,
      response: Response,
      next: NextFunction,
    ) => {
      if (error instanceof ForgeError && error.status === 404) {
        sendMissing(response);
      } else {
        next(error);
      }
    },
  );
  return router;
}

async function showAt(
  view: WebView,
  kind: 'tree' | 'blob' | 'commits' | 'commit',
  rest: string,
) {
  const at = await splitRevision(view.repository, rest);
  if (!at) {
    throw missing();
  }
  if (kind === 'commit') {
    await showCommit(view, at.commit);
  } else if (kind === 'commits') {
    await showCommits(view, at);
  } else if (kind === 'tree') {
    await showFolder(view, at);
  } else {
    const content = await view.repository.readFile(at.commit, at.path);
    if (!content) {
      throw missing();
    }
    await showFile(view, at, content);
  }
}

function missing(): ForgeError {
  return new ForgeError({
    message: 'There is no such page.',
    graphqlType: 'NOT_FOUND',
    status: 404,
  });
}

function sendMissing(response: Response) {
  sendPage(response, {
    title: 'Not found',
    system: 'Sandbox forge',
    links: [],
    status: 404,
    content: html`<h1>Not found</h1>
      <p>
        The forge has no such page. <a href="/">Back to the repository</a>
      </p>`,
  });
}
