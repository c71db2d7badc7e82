/** What the simulated cluster has. */
export const size = {
  machines: 20,
  osds: 60,
  pools: 8,
  placementGroups: 5000,
  volumes: 1000,
  apps: 300,
  /** Without those that mount a volume, one each. */
  otherPods: 700,
};
