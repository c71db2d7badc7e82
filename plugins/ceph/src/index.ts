/** Storage: Ceph in plain words, the chain from machine to app, maintenance. @packageDocumentation */
export { cephPlugin as default } from './plugin';
export { cephApiRef } from './api/CephApi';
export type {
  CephApi,
  CephName,
  ChainQuery,
  NodeName,
  StoragePlace,
  VolumeQuery,
} from './api/CephApi';
export { cephTranslationRef } from './translation';
