/** Storage: Ceph in plain words, the chain from machine to app, maintenance. @packageDocumentation */
export { cephPlugin as default } from './plugin';
