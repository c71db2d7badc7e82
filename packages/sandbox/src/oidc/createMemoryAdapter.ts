import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Keeps what the provider knows in memory, for one realm as long as it runs. */
export function createMemoryAdapter(): AdapterFactory {
  return () => {
    const payloads = new Map<string, AdapterPayload>();
    const find = (matches: (payload: AdapterPayload) => boolean) =>
      [...payloads.values()].find(matches);
    const adapter: Adapter = {
      upsert: async (id, payload) => {
        payloads.set(id, payload);
      },
      find: async id => payloads.get(id),
      findByUid: async uid => find(payload => payload.uid === uid),
      findByUserCode: async userCode =>
        find(payload => payload.userCode === userCode),
      consume: async id => {
        const payload = payloads.get(id);
        if (payload) {
          payload.consumed = Math.floor(Date.now() / 1_000);
        }
      },
      destroy: async id => {
        payloads.delete(id);
      },
      revokeByGrantId: async grantId => {
        for (const [id, payload] of payloads) {
          if (payload.grantId === grantId) {
            payloads.delete(id);
          }
        }
      },
    };
    return adapter;
  };
}
