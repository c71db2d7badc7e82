import type { NodeChange } from '@internal/plugin-talos-nodes-common';

/** A change, before it is said where and when it was seen. */
export type Change = Pick<NodeChange, 'kind' | 'subject' | 'before' | 'after'>;
