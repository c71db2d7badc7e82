/** What one pod is given, as Kubernetes quantities. */
export interface Resources {
  cpuRequest?: string;
  memoryRequest?: string;
  cpuLimit?: string;
  memoryLimit?: string;
}

export const resourceFields = [
  'cpuRequest',
  'memoryRequest',
  'cpuLimit',
  'memoryLimit',
] as const;

/**
 * Sizes to choose from. None limits the CPU: a limit slows a pod down while
 * the machine is idle.
 */
export const resourcePresets = {
  small: { cpuRequest: '100m', memoryRequest: '128Mi', memoryLimit: '256Mi' },
  medium: { cpuRequest: '250m', memoryRequest: '512Mi', memoryLimit: '1Gi' },
  large: { cpuRequest: '1', memoryRequest: '2Gi', memoryLimit: '4Gi' },
} satisfies Record<string, Resources>;

export type ResourcePreset = keyof typeof resourcePresets;

export const presetNames: readonly ResourcePreset[] = [
  'small',
  'medium',
  'large',
];

/** The preset that resources are equal to, if any. */
export function findPreset(resources: Resources): ResourcePreset | undefined {
  return presetNames.find(name => {
    const preset: Resources = resourcePresets[name];
    return resourceFields.every(field => preset[field] === resources[field]);
  });
}
