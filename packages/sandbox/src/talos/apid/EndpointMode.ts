/** How an endpoint takes connections: as it should, not at all, without a word, or with words that are not Talos'. */
export const endpointModes = ['up', 'down', 'silent', 'not-talos'] as const;
export type EndpointMode = (typeof endpointModes)[number];
