export { EntityUsedByCard } from './EntityUsedByCard';
