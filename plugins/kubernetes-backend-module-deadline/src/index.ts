/** A deadline for what the Kubernetes plugin asks of a cluster. @packageDocumentation */
export { kubernetesDeadlineModule as default } from './module';
