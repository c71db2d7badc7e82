import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { operationsSchema } from '@internal/gitops-model';
import { createAppBody } from '../__testUtils__/operations';
import type { Intent, NewIntent } from './Intent';
import { IntentStore } from './IntentStore';
import { LeaseLostError } from './LeaseLostError';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18', 'POSTGRES_14'],
});
const requester = {
  ref: 'user:default/ada',
  groups: ['group:default/atlas'],
  platformTeam: false,
};

function newIntent(change: Partial<NewIntent> = {}): NewIntent {
  const key = randomBytes(32).toString('hex');
  return {
    id: randomUUID(),
    contentKey: key,
    generation: 0,
    intentKey: key,
    platform: 'edgit-k8s',
    apps: ['wiki'],
    operations: operationsSchema.parse(createAppBody('wiki').operations),
    requester,
    title: 'feat(wiki): add service',
    attempt: 1,
    branch: 'portal/create-app/wiki-1',
    baseCommit: 'b'.repeat(40),
    tree: 't'.repeat(40),
    edits: [{ kind: 'create', path: 'a', after: 'ü\r\n' }],
    findings: [],
    ...change,
  };
}

const requested = { event: 'requested', actor: requester.ref } as const;
const lease = { owner: 'one', leaseMilliseconds: 60_000 };

describe.each(databases.eachSupportedId())('the outbox on %s', databaseId => {
  let store: IntentStore;

  beforeEach(async () => {
    const knex = await databases.init(databaseId);
    store = await IntentStore.create({ getClient: async () => knex });
  });

  it('keeps one of two intents of one key, and gives it back whole', async () => {
    const intent = newIntent({
      template: { name: 'new-service', version: '1' },
    });
    const twin = { ...intent, id: randomUUID() };
    const stored = await Promise.all([
      store.insert(intent, requested),
      store.insert(twin, requested),
    ]);
    expect(stored.filter(Boolean)).toHaveLength(1);
    const kept = stored[0] ? intent : twin;
    expect(await store.findLatest(intent.contentKey)).toMatchObject({
      ...kept,
      state: 'draft',
      fence: 0,
    });
    expect(await store.timeline(kept.id)).toHaveLength(1);
  });

  it('gives each draft to one claimant', async () => {
    for (let i = 0; i < 8; i += 1) await store.insert(newIntent(), requested);
    const claimed: Array<Intent | undefined> = [];
    const claimUntilNoneIsLeft = async () => {
      for (let round = 0; round < 8; round += 1) {
        claimed.push(await store.claim(lease));
      }
    };
    await Promise.all([1, 2, 3].map(claimUntilNoneIsLeft));
    const ids = claimed.flatMap(intent => intent?.id ?? []);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
  });

  it('refuses every write of a claimant that was thought dead', async () => {
    await store.insert(newIntent(), requested);
    const zombie = await store.claim({ owner: 'zombie', leaseMilliseconds: 1 });
    await sleep(5);
    const successor = await store.claim(lease);
    if (!zombie || !successor) throw new Error('There was nothing to claim');
    expect(successor).toMatchObject({ id: zombie.id, fence: zombie.fence + 1 });

    const late = { state: 'failed', release: true } as const;
    await expect(
      store.save(zombie, late, [{ event: 'failed' }]),
    ).rejects.toThrow(LeaseLostError);
    await expect(store.renew(zombie, 60_000)).rejects.toThrow(LeaseLostError);
    expect(await store.timeline(zombie.id)).toHaveLength(1);

    await store.renew(successor, 60_000);
    await store.save(
      successor,
      {
        state: 'open',
        pullRequest: { number: 7, url: 'https://forge.example/7' },
        release: true,
      },
      [{ event: 'opened' }],
    );
    expect(await store.get(zombie.id)).toMatchObject({
      state: 'open',
      pullRequest: { number: 7 },
    });
    expect(await store.claim(lease)).toBeUndefined();
  });

  it('waits until a draft is due', async () => {
    await store.insert(newIntent(), requested);
    const intent = await store.claim(lease);
    if (!intent) throw new Error('There was nothing to claim');
    await store.save(intent, {
      nextAttemptAt: new Date(Date.now() + 60_000).toISOString(),
      release: true,
    });
    expect(await store.claim(lease)).toBeUndefined();
  });

  it('reopens once, on another branch, and forgets the failure', async () => {
    await store.insert(newIntent(), requested);
    const intent = await store.claim(lease);
    if (!intent) throw new Error('There was nothing to claim');
    await store.save(intent, {
      state: 'failed',
      failure: { code: 'x', message: 'm', nextStep: 'n', retryable: true },
      pullRequest: { number: 7, url: 'https://forge.example/7' },
      release: true,
    });
    const failed = await store.get(intent.id);
    if (!failed) throw new Error('The intent is gone');
    const next = { attempt: 2, branch: 'portal/create-app/wiki-1-2' };
    const reopened = await Promise.all([
      store.reopen(failed, next, { event: 'retried' }),
      store.reopen(failed, next, { event: 'retried' }),
    ]);
    expect(reopened.filter(Boolean)).toHaveLength(1);
    const draft = await store.get(intent.id);
    expect(draft).toMatchObject({ ...next, state: 'draft', tries: 0 });
    expect(draft?.failure).toBeUndefined();
    expect(draft?.pullRequest).toBeUndefined();
  });

  it('lets one replica observe a platform, and the next one after its end', async () => {
    const observe = (owner: string, leaseMilliseconds = 60_000) =>
      store.claimObserver('edgit-k8s', { owner, leaseMilliseconds });
    expect(await observe('one')).toBe(true);
    expect(await observe('two')).toBe(false);
    expect(await observe('one', 1)).toBe(true);
    await sleep(5);
    expect(await observe('two')).toBe(true);
  });
});
