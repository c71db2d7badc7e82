/** Keys of manifests and of charts' values that people write behind another one. */
const followers: Readonly<Record<string, readonly string[]>> = {
  cpu: ['memory'],
  requests: ['limits'],
  replicas: [
    'revisionHistoryLimit',
    'minReadySeconds',
    'strategy',
    'updateStrategy',
    'selector',
    'serviceName',
    'labels',
    'annotations',
    'pod',
    'template',
    'initContainers',
    'containers',
  ],
};

/** Keys that a new entry of a map stands before, of those that are there. */
export function keysBehind(key: string): readonly string[] {
  return Object.hasOwn(followers, key) ? followers[key] : [];
}
