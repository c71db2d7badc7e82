/** Who may do what in the portal; deny by default. @packageDocumentation */
export { platformPolicyModule as default } from './module';
