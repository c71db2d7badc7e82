/** Storage of the platforms: Ceph, volumes, the chain from machine to app. @packageDocumentation */
export { cephPlugin as default } from './plugin';
