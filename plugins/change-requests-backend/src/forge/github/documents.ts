/**
 * The GraphQL documents of the pull request protocol. Values travel as
 * variables; only aliases, which are numbered here, are part of the text.
 */

const pullRequestFields = `
  id number url state body headRefOid
  labels(first: 50) { nodes { name } }
  reviewRequests(first: 50) {
    nodes { requestedReviewer { ... on User { login } } }
  }
`;

/** Base, branch, its commits and its pull requests, in one call. */
export function readBranchDocument(counts: {
  labels: number;
  reviewers: number;
}): string {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
  const variables = [
    '$owner: String!',
    '$name: String!',
    '$base: String!',
    '$branch: String!',
    '$head: String!',
    ...numbers(counts.labels).map(i => `$label${i}: String!`),
    ...numbers(counts.reviewers).map(i => `$reviewer${i}: String!`),
  ];
  return `
    query PortalBranch(${variables.join(', ')}) {
      repository(owner: $owner, name: $name) {
        id
        isArchived
        base: ref(qualifiedName: $base) { target { oid } }
        branch: ref(qualifiedName: $branch) {
          target {
            oid
            ... on Commit {
              tree { oid }
              history(first: 10) {
                nodes {
                  oid
                  message
                  parents(first: 2) { nodes { oid } }
                }
              }
            }
          }
        }
        pullRequests(
          headRefName: $head
          first: 20
          orderBy: { field: CREATED_AT, direction: DESC }
        ) {
          nodes { isCrossRepository ${pullRequestFields} }
        }
        ${numbers(counts.labels)
          .map(i => `label${i}: label(name: $label${i}) { id }`)
          .join('\n')}
      }
      ${numbers(counts.reviewers)
        .map(i => `reviewer${i}: user(login: $reviewer${i}) { id }`)
        .join('\n')}
    }
  `;
}

/** The branch is created where `$createBranch` says so, then written once. */
export const commitDocument = `
  mutation PortalCommit(
    $createBranch: Boolean!
    $ref: CreateRefInput!
    $commit: CreateCommitOnBranchInput!
  ) {
    createRef(input: $ref) @include(if: $createBranch) { ref { name } }
    createCommitOnBranch(input: $commit) { commit { oid } }
  }
`;

export const openPullRequestDocument = `
  mutation PortalPullRequest($pullRequest: CreatePullRequestInput!) {
    createPullRequest(input: $pullRequest) {
      pullRequest { ${pullRequestFields} }
    }
  }
`;

/**
 * Fields of a mutation are executed one after the other (GraphQL, section
 * 6.2.2); one that fails does not keep those behind it from being tried.
 */
export const proposeDocument = `
  mutation PortalPropose(
    $ref: CreateRefInput!
    $commit: CreateCommitOnBranchInput!
    $pullRequest: CreatePullRequestInput!
  ) {
    createRef(input: $ref) { ref { name } }
    createCommitOnBranch(input: $commit) { commit { oid } }
    createPullRequest(input: $pullRequest) {
      pullRequest {
        ${pullRequestFields}
        headRef { target { ... on Commit { message } } }
      }
    }
  }
`;

/** Says why in the place of the text, and closes. */
export const withdrawDocument = `
  mutation PortalWithdraw(
    $text: UpdatePullRequestInput!
    $close: ClosePullRequestInput!
  ) {
    updatePullRequest(input: $text) { clientMutationId }
    closePullRequest(input: $close) { clientMutationId }
  }
`;

export const decorateDocument = `
  mutation PortalDecorate(
    $withLabels: Boolean!
    $labels: AddLabelsToLabelableInput!
    $withReviews: Boolean!
    $reviews: RequestReviewsInput!
  ) {
    addLabelsToLabelable(input: $labels) @include(if: $withLabels) {
      clientMutationId
    }
    requestReviews(input: $reviews) @include(if: $withReviews) {
      clientMutationId
    }
  }
`;

/** State of many pull requests in one call. */
export function readPullRequestsDocument(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const variables = numbers.map(i => `$number${i}: Int!`);
  return `
    query PortalPullRequests(
      $owner: String!, $name: String!, ${variables.join(', ')}
    ) {
      repository(owner: $owner, name: $name) {
        ${numbers
          .map(
            i => `pull${i}: pullRequest(number: $number${i}) {
              number state headRefOid reviewDecision
              mergeCommit { oid }
              mergedBy { login }
              mergeable
              commits(last: 1) {
                nodes { commit { statusCheckRollup { state } } }
              }
              reviews(last: 100) { nodes { state author { login } } }
            }`,
          )
          .join('\n')}
      }
    }
  `;
}
