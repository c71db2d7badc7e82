import { createServer, request, type ServerResponse } from 'node:http';
import { freePorts, startSandbox } from '@internal/sandbox';

/** What this process is told. */
export interface ForgeConditions {
  /** Wait before every answer, in milliseconds. */
  latency: number;
  /** Writes of the API let through per second; the others meet the secondary rate limit. */
  writesPerSecond?: number;
}

/** What it answers then: what happened since it was told the last time. */
export interface ForgeCounts {
  /** Requests of the API, REST and GraphQL alike. */
  calls: number;
  /** Requests of Git. */
  git: number;
  limited: number;
  /** When the last pull request was opened, in milliseconds since 1970. */
  opened: number;
}

const nothing: ForgeCounts = { calls: 0, git: 0, limited: 0, opened: 0 };

/** The sandbox's forge behind a wire of some length, in a process of its own. */
async function main() {
  const sandbox = await startSandbox({ ports: freePorts, platforms: [] });
  const upstream = new URL(sandbox.urls.forge);
  let conditions: ForgeConditions = { latency: 0 };
  let counts = { ...nothing };
  let second = { start: 0, writes: 0 };

  function isOverLimit(body: Buffer, method: string | undefined): boolean {
    const { writesPerSecond } = conditions;
    const isWrite = method !== 'GET' && !body.includes('"query":"\\n    query');
    if (writesPerSecond === undefined || !isWrite) return false;
    const now = Date.now();
    if (now - second.start >= 1000) second = { start: now, writes: 0 };
    second.writes += 1;
    return second.writes > writesPerSecond;
  }

  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const isApi = incoming.url?.startsWith('/api/') ?? false;
    counts[isApi ? 'calls' : 'git'] += 1;
    setTimeout(() => {
      if (isApi && isOverLimit(body, incoming.method)) {
        counts.limited += 1;
        answerLimited(outgoing);
        return;
      }
      const forwarded = request(
        {
          host: upstream.hostname,
          port: upstream.port,
          method: incoming.method,
          path: incoming.url,
          headers: incoming.headers,
        },
        answer => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
          const opens =
            incoming.url?.endsWith('/pulls') ||
            body.includes('createPullRequest(');
          if (opens && incoming.method === 'POST') {
            answer.once('end', () => {
              counts.opened = Date.now();
            });
          }
        },
      );
      forwarded.on('error', () => outgoing.destroy());
      forwarded.end(body);
    }, conditions.latency);
  });
  server.listen(0, 'localhost', () => {
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('no address');
    process.send?.({
      url: `http://localhost:${address.port}`,
      token: sandbox.tokens.forge,
      repositoryUrl: `${upstream.origin}/edgit/edgit-k8s.git`,
    });
  });
  process.on('message', (next: ForgeConditions) => {
    process.send?.(counts);
    conditions = next;
    counts = { ...nothing };
  });
  process.once('disconnect', async () => {
    server.closeAllConnections();
    server.close();
    await sandbox.stop();
  });
}

/** As GitHub refuses who writes too fast. */
function answerLimited(outgoing: ServerResponse) {
  outgoing
    .writeHead(403, { 'content-type': 'application/json', 'retry-after': '1' })
    .end(
      JSON.stringify({
        message:
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        documentation_url:
          'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      }),
    );
}

void main();
