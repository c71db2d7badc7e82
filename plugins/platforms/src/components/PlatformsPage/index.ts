export { PlatformsPage } from './PlatformsPage';
