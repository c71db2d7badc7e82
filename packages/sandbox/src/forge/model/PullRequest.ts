/** What somebody said of a pull request. */
export interface Review {
  id: number;
  author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  body: string;
  commitOid: string;
  submittedAt: Date;
}

export interface Comment {
  id: number;
  author: string;
  body: string;
  createdAt: Date;
}

export interface PullRequest {
  number: number;
  /** `<owner>/<name>` */
  repository: string;
  title: string;
  body: string;
  author: string;
  headBranch: string;
  baseBranch: string;
  /** Head of the branch; what it was at last once the pull request is closed or merged. */
  headOid: string;
  /** Head of the base when the pull request was opened, closed or merged. */
  baseOid: string;
  state: 'open' | 'closed' | 'merged';
  isDraft: boolean;
  createdAt: Date;
  updatedAt: Date;
  closedAt?: Date;
  merge?: { at: Date; by: string; oid: string };
  labels: string[];
  requestedReviewers: string[];
  reviews: Review[];
  comments: Comment[];
}

export type ReviewDecision =
  'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED';

/** What the last word of each reviewer makes together. */
export function decideReview(pullRequest: PullRequest): ReviewDecision {
  const lastWords = new Map<string, Review['state']>();
  for (const review of pullRequest.reviews) {
    if (review.state !== 'COMMENTED') {
      lastWords.set(review.author, review.state);
    }
  }
  const states = [...lastWords.values()];
  if (states.includes('CHANGES_REQUESTED')) {
    return 'CHANGES_REQUESTED';
  }
  return states.includes('APPROVED') ? 'APPROVED' : 'REVIEW_REQUIRED';
}
