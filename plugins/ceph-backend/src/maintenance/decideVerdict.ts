import {
  type MaintenanceInput,
  maintenanceInputIdSchema,
  type MaintenanceVerdict,
} from '@internal/plugin-ceph-common';

const COUNT = maintenanceInputIdSchema.options.length;

/**
 * The verdict from all inputs: unsafe if one blocks, else unknown if one is
 * unknown or missing, else safe after steps if one asks for a step, else safe.
 */
export function decideVerdict(
  inputs: readonly Pick<MaintenanceInput, 'id' | 'result'>[],
): MaintenanceVerdict {
  let isUnknown = inputs.length < COUNT;
  let needsStep = false;
  for (const { result } of inputs) {
    if (result === 'blocks') return 'unsafe';
    if (result === 'unknown') isUnknown = true;
    else if (result === 'step') needsStep = true;
  }
  if (isUnknown) return 'unknown';
  return needsStep ? 'safe-after-steps' : 'safe';
}
