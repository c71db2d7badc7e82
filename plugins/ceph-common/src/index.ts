/** Types, schemas and permissions of storage. @packageDocumentation */
export * from './answers';
export * from './AppReference';
export * from './CephCluster';
export * from './CephHealth';
export * from './Chain';
export * from './checks/index';
export * from './Maintenance';
export * from './maintenance/index';
export * from './permissions';
export * from './Reading';
export * from './sources/index';
export * from './Volume';
