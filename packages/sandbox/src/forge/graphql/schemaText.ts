/** The part of GitHub's public schema that the sandbox answers, with its names and types. */
export const schemaText = /* GraphQL */ `
  scalar Base64String
  scalar DateTime
  scalar GitObjectID
  scalar GitTimestamp
  scalar URI

  interface Node {
    id: ID!
  }
  interface Actor {
    login: String!
    url: URI!
  }
  interface GitObject {
    id: ID!
    oid: GitObjectID!
    abbreviatedOid: String!
  }
  union RequestedReviewer = User

  type PageInfo {
    endCursor: String
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
  }
  type RateLimit {
    cost: Int!
    limit: Int!
    nodeCount: Int!
    remaining: Int!
    resetAt: DateTime!
    used: Int!
  }

  type Query {
    node(id: ID!): Node
    rateLimit(dryRun: Boolean = false): RateLimit
    repository(
      followRenames: Boolean = true
      name: String!
      owner: String!
    ): Repository
    user(login: String!): User
    viewer: User!
  }

  type User implements Node & Actor {
    email: String!
    id: ID!
    databaseId: Int
    login: String!
    name: String
    url: URI!
  }
  type Organization implements Node & Actor {
    id: ID!
    login: String!
    url: URI!
  }

  enum RepositoryPermission {
    ADMIN
    MAINTAIN
    READ
    TRIAGE
    WRITE
  }
  type Repository implements Node {
    defaultBranchRef: Ref
    id: ID!
    isArchived: Boolean!
    isPrivate: Boolean!
    label(name: String!): Label
    labels(first: Int, last: Int): LabelConnection
    name: String!
    nameWithOwner: String!
    object(expression: String, oid: GitObjectID): GitObject
    owner: Organization!
    pullRequest(number: Int!): PullRequest
    pullRequests(
      after: String
      baseRefName: String
      first: Int
      headRefName: String
      labels: [String!]
      last: Int
      orderBy: IssueOrder
      states: [PullRequestState!]
    ): PullRequestConnection!
    ref(qualifiedName: String!): Ref
    url: URI!
    viewerPermission: RepositoryPermission
  }

  type Ref implements Node {
    associatedPullRequests(
      first: Int
      headRefName: String
      last: Int
      states: [PullRequestState!]
    ): PullRequestConnection!
    id: ID!
    name: String!
    prefix: String!
    repository: Repository!
    target: GitObject
  }

  type GitActor {
    date: GitTimestamp
    email: String
    name: String
    user: User
  }
  type Commit implements Node & GitObject {
    abbreviatedOid: String!
    author: GitActor
    authoredDate: DateTime!
    committedDate: DateTime!
    committer: GitActor
    file(path: String!): TreeEntry
    history(after: String, first: Int, last: Int): CommitHistoryConnection!
    id: ID!
    message: String!
    messageBody: String!
    messageHeadline: String!
    oid: GitObjectID!
    parents(first: Int, last: Int): CommitConnection!
    statusCheckRollup: StatusCheckRollup
    tree: Tree!
    url: URI!
  }
  type StatusCheckRollup {
    state: StatusState!
  }
  enum StatusState {
    ERROR
    EXPECTED
    FAILURE
    PENDING
    SUCCESS
  }
  type CommitConnection {
    nodes: [Commit]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type CommitHistoryConnection {
    nodes: [Commit]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Tree implements Node & GitObject {
    abbreviatedOid: String!
    entries: [TreeEntry!]
    id: ID!
    oid: GitObjectID!
  }
  type TreeEntry {
    mode: Int!
    name: String!
    object: GitObject
    oid: GitObjectID!
    path: String
    size: Int!
    type: String!
  }
  type Blob implements Node & GitObject {
    abbreviatedOid: String!
    byteSize: Int!
    id: ID!
    isBinary: Boolean
    isTruncated: Boolean!
    oid: GitObjectID!
    text: String
  }

  enum OrderDirection {
    ASC
    DESC
  }
  enum IssueOrderField {
    COMMENTS
    CREATED_AT
    UPDATED_AT
  }
  input IssueOrder {
    direction: OrderDirection!
    field: IssueOrderField!
  }
  enum PullRequestState {
    CLOSED
    MERGED
    OPEN
  }
  enum MergeableState {
    CONFLICTING
    MERGEABLE
    UNKNOWN
  }
  enum PullRequestReviewDecision {
    APPROVED
    CHANGES_REQUESTED
    REVIEW_REQUIRED
  }
  enum PullRequestReviewState {
    APPROVED
    CHANGES_REQUESTED
    COMMENTED
    DISMISSED
    PENDING
  }
  type PullRequest implements Node {
    additions: Int!
    author: Actor
    baseRef: Ref
    baseRefName: String!
    baseRefOid: GitObjectID!
    body: String!
    changedFiles: Int!
    closed: Boolean!
    closedAt: DateTime
    commits(after: String, first: Int, last: Int): PullRequestCommitConnection!
    createdAt: DateTime!
    deletions: Int!
    files(
      after: String
      first: Int
      last: Int
    ): PullRequestChangedFileConnection
    headRef: Ref
    headRefName: String!
    headRefOid: GitObjectID!
    headRepository: Repository
    id: ID!
    isCrossRepository: Boolean!
    isDraft: Boolean!
    labels(first: Int, last: Int): LabelConnection
    mergeCommit: Commit
    mergeable: MergeableState!
    merged: Boolean!
    mergedAt: DateTime
    mergedBy: Actor
    number: Int!
    repository: Repository!
    reviewDecision: PullRequestReviewDecision
    reviewRequests(first: Int, last: Int): ReviewRequestConnection
    reviews(first: Int, last: Int): PullRequestReviewConnection
    state: PullRequestState!
    title: String!
    updatedAt: DateTime!
    url: URI!
  }
  type PullRequestEdge {
    cursor: String!
    node: PullRequest
  }
  type PullRequestConnection {
    edges: [PullRequestEdge]
    nodes: [PullRequest]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type PullRequestCommit {
    commit: Commit!
  }
  type PullRequestCommitConnection {
    nodes: [PullRequestCommit]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  enum PatchStatus {
    ADDED
    CHANGED
    COPIED
    DELETED
    MODIFIED
    RENAMED
  }
  type PullRequestChangedFile {
    additions: Int!
    changeType: PatchStatus!
    deletions: Int!
    path: String!
  }
  type PullRequestChangedFileConnection {
    nodes: [PullRequestChangedFile]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Label implements Node {
    color: String!
    id: ID!
    name: String!
  }
  type LabelConnection {
    nodes: [Label]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type ReviewRequest {
    requestedReviewer: RequestedReviewer
  }
  type ReviewRequestConnection {
    nodes: [ReviewRequest]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type PullRequestReview {
    author: Actor
    body: String!
    state: PullRequestReviewState!
    submittedAt: DateTime
  }
  type PullRequestReviewConnection {
    nodes: [PullRequestReview]
    pageInfo: PageInfo!
    totalCount: Int!
  }

  input CreateRefInput {
    clientMutationId: String
    name: String!
    oid: GitObjectID!
    repositoryId: ID!
  }
  type CreateRefPayload {
    clientMutationId: String
    ref: Ref
  }
  input UpdateRefInput {
    clientMutationId: String
    force: Boolean = false
    oid: GitObjectID!
    refId: ID!
  }
  type UpdateRefPayload {
    clientMutationId: String
    ref: Ref
  }
  input DeleteRefInput {
    clientMutationId: String
    refId: ID!
  }
  type DeleteRefPayload {
    clientMutationId: String
  }

  input CommittableBranch {
    branchName: String
    id: ID
    repositoryNameWithOwner: String
  }
  input CommitMessage {
    body: String
    headline: String!
  }
  input FileAddition {
    contents: Base64String!
    path: String!
  }
  input FileDeletion {
    path: String!
  }
  input FileChanges {
    additions: [FileAddition!] = []
    deletions: [FileDeletion!] = []
  }
  input CreateCommitOnBranchInput {
    branch: CommittableBranch!
    clientMutationId: String
    expectedHeadOid: GitObjectID!
    fileChanges: FileChanges
    message: CommitMessage!
  }
  type CreateCommitOnBranchPayload {
    clientMutationId: String
    commit: Commit
    ref: Ref
  }

  input CreatePullRequestInput {
    baseRefName: String!
    body: String
    clientMutationId: String
    draft: Boolean = false
    headRefName: String!
    headRepositoryId: ID
    maintainerCanModify: Boolean = true
    repositoryId: ID!
    title: String!
  }
  type CreatePullRequestPayload {
    clientMutationId: String
    pullRequest: PullRequest
  }
  enum PullRequestUpdateState {
    CLOSED
    OPEN
  }
  input UpdatePullRequestInput {
    body: String
    clientMutationId: String
    pullRequestId: ID!
    state: PullRequestUpdateState
    title: String
  }
  type UpdatePullRequestPayload {
    actor: Actor
    clientMutationId: String
    pullRequest: PullRequest
  }
  input ClosePullRequestInput {
    clientMutationId: String
    pullRequestId: ID!
  }
  type ClosePullRequestPayload {
    clientMutationId: String
    pullRequest: PullRequest
  }
  input ReopenPullRequestInput {
    clientMutationId: String
    pullRequestId: ID!
  }
  type ReopenPullRequestPayload {
    clientMutationId: String
    pullRequest: PullRequest
  }
  enum PullRequestMergeMethod {
    MERGE
    REBASE
    SQUASH
  }
  input MergePullRequestInput {
    clientMutationId: String
    commitBody: String
    commitHeadline: String
    expectedHeadOid: GitObjectID
    mergeMethod: PullRequestMergeMethod = MERGE
    pullRequestId: ID!
  }
  type MergePullRequestPayload {
    actor: Actor
    clientMutationId: String
    pullRequest: PullRequest
  }
  input RequestReviewsInput {
    clientMutationId: String
    pullRequestId: ID!
    teamIds: [ID!]
    union: Boolean = false
    userIds: [ID!]
  }
  type RequestReviewsPayload {
    actor: Actor
    clientMutationId: String
    pullRequest: PullRequest
  }
  input AddLabelsToLabelableInput {
    clientMutationId: String
    labelIds: [ID!]!
    labelableId: ID!
  }
  type AddLabelsToLabelablePayload {
    clientMutationId: String
    labelable: PullRequest
  }

  type Mutation {
    addLabelsToLabelable(
      input: AddLabelsToLabelableInput!
    ): AddLabelsToLabelablePayload
    closePullRequest(input: ClosePullRequestInput!): ClosePullRequestPayload
    createCommitOnBranch(
      input: CreateCommitOnBranchInput!
    ): CreateCommitOnBranchPayload
    createPullRequest(input: CreatePullRequestInput!): CreatePullRequestPayload
    createRef(input: CreateRefInput!): CreateRefPayload
    deleteRef(input: DeleteRefInput!): DeleteRefPayload
    mergePullRequest(input: MergePullRequestInput!): MergePullRequestPayload
    reopenPullRequest(input: ReopenPullRequestInput!): ReopenPullRequestPayload
    requestReviews(input: RequestReviewsInput!): RequestReviewsPayload
    updatePullRequest(input: UpdatePullRequestInput!): UpdatePullRequestPayload
    updateRef(input: UpdateRefInput!): UpdateRefPayload
  }
`;
