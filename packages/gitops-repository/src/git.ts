/** Reading a commit out of a repository on disk, without the portal's services. @packageDocumentation */
export { createAuthorization } from './git/createAuthorization';
export { EmptyTreeError } from './git/EmptyTreeError';
export { GitError } from './git/GitError';
export type { CommitReading } from './git/CommitReading';
export { readNextCommit } from './git/readNextCommit';
export { readCommit } from './git/readCommit';
export { runGit } from './git/runGit';
