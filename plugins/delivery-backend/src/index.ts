/** Delivery status of Argo CD behind one shared snapshot. @packageDocumentation */
export { deliveryPlugin as default } from './plugin';
