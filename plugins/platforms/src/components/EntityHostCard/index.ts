export { EntityHostCard } from './EntityHostCard';
