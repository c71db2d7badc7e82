import type { Request, Response } from 'express';
import type { GitRepository } from '../../git/GitRepository';
import type { Html } from '../../http/html';
import { sendPage } from '../../http/page';
import type { World } from '../../world/World';

/** One request for a page of the forge about a repository. */
export interface WebView {
  world: World;
  request: Request;
  response: Response;
  repository: GitRepository;
  /** Path of the repository's pages, such as `/edgit/edgit-k8s`. */
  base: string;
  portalUrl: string;
}

/** Sends a page of the repository. */
export function show(
  view: WebView,
  page: {
    title: string;
    section?: 'code' | 'pulls';
    status?: number;
    content: Html;
  },
) {
  sendPage(view.response, {
    title: page.title,
    system: 'Sandbox forge',
    status: page.status,
    links: [
      {
        href: view.base,
        label: view.repository.fullName,
        current: page.section === 'code',
      },
      {
        href: `${view.base}/pulls`,
        label: 'Pull requests',
        current: page.section === 'pulls',
      },
      { href: view.portalUrl, label: 'Portal' },
    ],
    content: page.content,
  });
}

/** A path as part of a URL: its slashes stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Splits `<branch or commit>/<path>`: branches may hold slashes, the longest that fits wins. */
export async function splitRevision(
  repository: GitRepository,
  text: string,
): Promise<{ revision: string; commit: string; path: string } | undefined> {
  const parts = text.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const revision = parts.slice(0, length).join('/');
    const commit = await repository.resolveCommit(revision);
    if (commit !== undefined) {
      return { revision, commit, path: parts.slice(length).join('/') };
    }
  }
  return undefined;
}
