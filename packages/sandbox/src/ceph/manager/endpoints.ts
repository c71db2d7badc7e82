import type { CephStatus } from '../model/CephStatus';
import { fullRatios } from '../model/observeOsds';
import { toRules } from './answers/toCrush';
import { toFilesystems } from './answers/toFilesystemMap';
import { toFullHealth, toMinimalHealth } from './answers/toHealth';
import { toHosts } from './answers/toHosts';
import { toMonitors } from './answers/toMonitors';
import { toOsdList } from './answers/toOsdList';
import { toPoolList } from './answers/toPoolList';
import { toSummary } from './answers/toSummary';
import type { Scope } from './Scope';

/** What can be read at one address. */
export interface Endpoint {
  /** What a role needs; `none` is enough of any. */
  scope: Scope | 'none' | 'nobody';
  /** Where the release pages: how many items come unless asked otherwise. */
  pageSize?: number;
  /** Names of the parameters that it takes besides. */
  parameters?: string[];
  /** It asks the monitors themselves, and waits for them. */
  asksMonitors?: boolean;
  answer(
    status: CephStatus,
    request: { scopes: readonly Scope[]; query: Record<string, unknown> },
  ): unknown;
}

/** By address; what is not here is not found. */
export const endpoints: Record<string, Endpoint> = {
  '/api/health/full': {
    scope: 'none',
    answer: (status, { scopes }) => toFullHealth(status, scopes),
  },
  '/api/health/minimal': {
    scope: 'none',
    answer: (status, { scopes }) => toMinimalHealth(status, scopes),
  },
  '/api/summary': { scope: 'none', answer: toSummary },
  '/api/monitor': { scope: 'monitor', answer: toMonitors },
  '/api/osd': { scope: 'osd', pageSize: 10, answer: toOsdList },
  '/api/osd/flags': { scope: 'osd', answer: ({ flags }) => flags },
  '/api/osd/settings': {
    scope: 'osd',
    asksMonitors: true,
    answer: () => ({
      nearfull_ratio: fullRatios.nearfull,
      full_ratio: fullRatios.full,
    }),
  },
  '/api/host': { scope: 'hosts', pageSize: 5, answer: toHosts },
  '/api/pool': {
    scope: 'pool',
    parameters: ['attrs', 'stats'],
    answer: (status, { query }) =>
      toPoolList(status, { stats: query.stats === 'true' }),
  },
  '/api/crush_rule': { scope: 'pool', answer: toRules },
  '/api/cephfs': { scope: 'cephfs', answer: toFilesystems },
  '/api/logs/all': { scope: 'nobody', answer: () => ({}) },
  '/api/mgr/module': { scope: 'nobody', answer: () => [] },
  '/api/cluster_conf': { scope: 'nobody', answer: () => [] },
};
