export { EntityChangeRequestsCard } from './EntityChangeRequestsCard';
