/** Asks other systems over HTTP: bounded, with deadlines, read only. @packageDocumentation */
export { AppIndex, type IndexedApp } from './apps/AppIndex';
export { describeProblem } from './http/describeProblem';
export { getJson, type JsonAnswer } from './http/getJson';
export type { HttpFailure } from './http/HttpFailure';
export { readLimited } from './http/readLimited';
export {
  readKubernetesConnections,
  type KubernetesConnection,
} from './kubernetes/KubernetesConnection';
export { KubernetesReader } from './kubernetes/KubernetesReader';
export { parseQuantity } from './kubernetes/parseQuantity';
export { podSchema, type Pod } from './kubernetes/Pod';
