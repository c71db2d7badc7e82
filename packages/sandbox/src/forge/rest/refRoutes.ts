import { z } from 'zod';
import { createRef, deleteRef, updateRef } from '../model/changeRefs';
import { notFound } from '../model/ForgeError';
import { toNodeId } from '../model/nodeId';
import { parseBody } from './parseBody';
import { repositoryOf, type RestRequest, type RestRoute } from './RestRoute';

const base = '/repos/{owner}/{repo}/git';

/** Git's references; the forge of the sandbox has branches only. */
export const refRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: `${base}/ref/{ref...}`,
    handle: async request => {
      const branch = branchOf(request);
      const oid = (await repositoryOf(request).branches()).get(branch);
      if (oid === undefined) {
        throw notFound('Not Found');
      }
      return { status: 200, body: toReference(request, branch, oid) };
    },
  },
  {
    method: 'GET',
    path: `${base}/matching-refs/{ref...}`,
    handle: async request => {
      const prefix = branchOf(request);
      const branches = await repositoryOf(request).branches();
      return {
        status: 200,
        body: [...branches]
          .filter(([branch]) => branch.startsWith(prefix))
          .map(([branch, oid]) => toReference(request, branch, oid)),
      };
    },
  },
  {
    method: 'POST',
    path: `${base}/refs`,
    handle: async request => {
      const body = parseBody(
        z.object({ ref: z.string(), sha: z.string() }),
        request.body,
      );
      const created = await createRef(
        request.forge,
        request.account,
        repositoryOf(request),
        { ref: body.ref, oid: body.sha },
      );
      return {
        status: 201,
        body: toReference(request, created.branch, created.oid),
      };
    },
  },
  {
    method: 'PATCH',
    path: `${base}/refs/{ref...}`,
    handle: async request => {
      const body = parseBody(
        z.object({ sha: z.string(), force: z.boolean().default(false) }),
        request.body,
      );
      const updated = await updateRef(
        request.forge,
        request.account,
        repositoryOf(request),
        { branch: branchOf(request), oid: body.sha, force: body.force },
      );
      return {
        status: 200,
        body: toReference(request, updated.branch, updated.oid),
      };
    },
  },
  {
    method: 'DELETE',
    path: `${base}/refs/{ref...}`,
    handle: async request => {
      await deleteRef(
        request.forge,
        request.account,
        repositoryOf(request),
        branchOf(request),
      );
      return { status: 204 };
    },
  },
];

function branchOf(request: RestRequest): string {
  return (request.params.ref ?? '').replace(/^(refs\/)?heads\//, '');
}

function toReference(request: RestRequest, branch: string, sha: string) {
  const { fullName } = repositoryOf(request);
  const url = `${request.origin}/api/v3/repos/${fullName}/git`;
  return {
    ref: `refs/heads/${branch}`,
    node_id: toNodeId('REF', fullName, branch),
    url: `${url}/refs/heads/${branch}`,
    object: { type: 'commit', sha, url: `${url}/commits/${sha}` },
  };
}
