/**
 * What the last verdict of every reviewer makes together, of verdicts oldest
 * first: approved where somebody approves and nobody asks for changes.
 */
export function summarizeReviews(
  reviews: { login: string; verdict: string }[],
): { approved: boolean; approvedBy?: string } {
  const last = new Map(reviews.map(({ login, verdict }) => [login, verdict]));
  const approvedBy = [...last].find(
    ([, verdict]) => verdict === 'APPROVED',
  )?.[0];
  const refused = [...last.values()].some(
    verdict => verdict === 'CHANGES_REQUESTED' || verdict === 'REQUEST_CHANGES',
  );
  return { approved: approvedBy !== undefined && !refused, approvedBy };
}
