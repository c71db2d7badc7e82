import type { PodFacts } from '../facts/PodFacts';

/**
 * What serves Longhorn's replicas of a machine. It stays there, and Longhorn
 * takes its budget away by itself once no volume is used there and no last
 * replica lies there, unless its node drain policy is a stricter one.
 */
export function isReplicaServer({ labels }: PodFacts): boolean {
  return labels['longhorn.io/component'] === 'instance-manager';
}
