import {
  json,
  type Request,
  type Response,
  type Router,
  urlencoded,
} from 'express';
import { toSentence } from './toSentence';

/** What is done with what somebody sent; throws where it cannot. */
export type Action = (body: unknown) => void | Promise<void>;

/**
 * Serves actions by path, as forms and, below `/api`, as JSON. A form leads
 * back to the page, JSON gets 204; what is wrong gets 400 and a sentence.
 */
export function addActions(
  router: Router,
  actions: Record<string, Action>,
  showPage: (response: Response, problem?: string) => Promise<void>,
): void {
  for (const [path, act] of Object.entries(actions)) {
    const attempt = async (request: Request): Promise<string | undefined> => {
      try {
        await act(request.body);
        return undefined;
      } catch (error) {
        return toSentence(error);
      }
    };
    router.post(
      path,
      urlencoded({ extended: false }),
      async (request, response) => {
        const problem = await attempt(request);
        if (problem === undefined) {
          response.redirect(303, '/');
        } else {
          await showPage(response, problem);
        }
      },
    );
    router.post(`/api${path}`, json(), async (request, response) => {
      const problem = await attempt(request);
      if (problem === undefined) {
        response.status(204).end();
      } else {
        response.status(400).json({ message: problem });
      }
    });
  }
}
