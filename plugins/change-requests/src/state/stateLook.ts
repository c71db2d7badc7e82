import { StatusTone } from '@internal/portal-ui';
import { ChangeRequestState } from '@internal/plugin-change-requests-common';
import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiDraftLine,
  RiGitClosePullRequestLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiLoopRightLine,
  RiThumbUpLine,
} from '@remixicon/react';

/** How each state is drawn. */
export const stateLook: Record<
  ChangeRequestState,
  { tone: StatusTone; shape: RemixiconComponentType }
> = {
  draft: { tone: 'neutral', shape: RiDraftLine },
  open: { tone: 'announcement', shape: RiGitPullRequestLine },
  approved: { tone: 'announcement', shape: RiThumbUpLine },
  merged: { tone: 'announcement', shape: RiGitMergeLine },
  syncing: { tone: 'announcement', shape: RiLoopRightLine },
  healthy: { tone: 'positive', shape: RiCheckboxCircleLine },
  closed: { tone: 'neutral', shape: RiGitClosePullRequestLine },
  failed: { tone: 'negative', shape: RiCloseCircleLine },
};
