/** Machines of the platforms: hardware, state and history. @packageDocumentation */
export { talosNodesPlugin as default } from './plugin';
