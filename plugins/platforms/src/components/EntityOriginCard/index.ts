export { EntityOriginCard } from './EntityOriginCard';
