/** Talos machines: the fleet, one machine, and a cluster's machines. @packageDocumentation */
export { talosNodesPlugin as default } from './plugin';
export { talosNodesApiRef } from './api/TalosNodesApi';
export type { MachineName, TalosNodesApi } from './api/TalosNodesApi';
export { talosNodesTranslationRef } from './translation';
