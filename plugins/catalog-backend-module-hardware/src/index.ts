/** Catalog module: machines, disks and storage as they were observed. @packageDocumentation */
export { catalogModuleHardware as default } from './module';
