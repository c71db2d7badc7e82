import { ResponseError } from '@backstage/errors';
import { mockApis } from '@backstage/frontend-test-utils';
import { buildChangeRequest, buildDetail } from '../__testUtils__/requests';
import { ChangeRequestsClient } from './ChangeRequestsClient';
import { loadChangeRequests } from './loadChangeRequests';

/** A client, the requests it made, and the answers it gets. */
function createClient(answer: (url: URL) => Response) {
  const calls: { method: string; url: string }[] = [];
  const client = ChangeRequestsClient.create({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.example' }),
    fetchApi: {
      fetch: async (input, init) => {
        const url = String(input);
        calls.push({ method: init?.method ?? 'GET', url });
        return answer(new URL(url));
      },
    },
  });
  return { client, calls };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

describe('ChangeRequestsClient', () => {
  it('asks for a narrowed list', async () => {
    const request = buildChangeRequest({ id: 'one' });
    const { client, calls } = createClient(() =>
      json({ items: [request], total: 7 }),
    );
    await expect(
      client.listChangeRequests({ app: 'a b', state: 'open', limit: 5 }),
    ).resolves.toEqual({ items: [request], total: 7 });
    expect(calls).toEqual([
      {
        method: 'GET',
        url: 'http://portal.example/api/change-requests/requests?app=a+b&state=open&limit=5',
      },
    ]);
  });

  it('keeps an id inside its path segment', async () => {
    const { client, calls } = createClient(() => json(buildDetail({})));
    await client.getChangeRequest('../platforms?x#y');
    expect(calls[0].url).toBe(
      'http://portal.example/api/change-requests/requests/..%2Fplatforms%3Fx%23y',
    );
  });

  it('posts a retry', async () => {
    const request = buildChangeRequest({ state: 'draft' });
    const { client, calls } = createClient(() => json(request));
    await expect(client.retryChangeRequest('one')).resolves.toEqual(request);
    expect(calls).toEqual([
      {
        method: 'POST',
        url: 'http://portal.example/api/change-requests/requests/one/retry',
      },
    ]);
  });

  it('refuses an answer of another shape', async () => {
    const { client } = createClient(() => json({ items: [{ id: 1 }] }));
    await expect(client.listChangeRequests({})).rejects.toThrow(/platform/);
  });

  it('passes on what the server says went wrong', async () => {
    const { client } = createClient(() =>
      json(
        {
          error: { name: 'NotAllowedError', message: 'Not yours.' },
          request: { method: 'GET', url: '/requests/one' },
          response: { statusCode: 403 },
        },
        403,
      ),
    );
    const failure = await client.getChangeRequest('one').catch(error => error);
    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure.statusCode).toBe(403);
    expect(failure.cause.message).toBe('Not yours.');
  });
});

describe('loadChangeRequests', () => {
  it('reads page by page, each request once', async () => {
    const all = Array.from({ length: 230 }, (_, index) =>
      buildChangeRequest({ id: `request-${index}` }),
    );
    const { client, calls } = createClient(url => {
      const offset = Number(url.searchParams.get('offset'));
      const shifted = offset === 0 ? 0 : offset - 1;
      return json({ items: all.slice(shifted, shifted + 100), total: 230 });
    });
    const { items, total } = await loadChangeRequests(
      client,
      new AbortController().signal,
    );
    expect(calls).toHaveLength(3);
    expect(total).toBe(230);
    expect(items.map(item => item.id)).toEqual(all.map(item => item.id));
  });
});
