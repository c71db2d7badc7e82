import { z } from 'zod';
import { ForgeError } from '../model/ForgeError';
import { mergePullRequest } from '../model/mergePullRequest';
import type { PullRequest } from '../model/PullRequest';
import { reviewPullRequest } from '../model/reviewPullRequest';
import { updatePullRequest } from '../model/updatePullRequest';
import { showPullRequest } from './showPullRequest';
import type { WebView } from './WebView';

const form = z.object({
  as: z.string(),
  verb: z.enum(['approve', 'request-changes', 'merge', 'close', 'reopen']),
});

/** Does what a button of the page says, in the name of the chosen person, and shows the page again. */
export async function actOnPullRequest(
  view: WebView,
  pullRequest: PullRequest,
) {
  const parsed = form.safeParse(view.request.body);
  if (!parsed.success) {
    await showPullRequest(view, pullRequest, 'That form was not complete.');
    return;
  }
  try {
    await act(view, pullRequest, parsed.data);
  } catch (error) {
    if (!(error instanceof ForgeError)) {
      throw error;
    }
    await showPullRequest(view, pullRequest, error.message);
    return;
  }
  view.response.redirect(303, `${view.base}/pull/${pullRequest.number}`);
}

async function act(
  { world: { forge } }: WebView,
  pullRequest: PullRequest,
  { as, verb }: z.infer<typeof form>,
) {
  const account = forge.account(as);
  switch (verb) {
    case 'approve':
      return reviewPullRequest(forge, account, pullRequest, {
        state: 'APPROVED',
        body: '',
      });
    case 'request-changes':
      return reviewPullRequest(forge, account, pullRequest, {
        state: 'CHANGES_REQUESTED',
        body: '',
      });
    case 'merge':
      return mergePullRequest(forge, account, pullRequest, {
        method: 'merge',
      });
    default:
      return updatePullRequest(forge, account, pullRequest, {
        state: verb === 'close' ? 'closed' : 'open',
      });
  }
}
