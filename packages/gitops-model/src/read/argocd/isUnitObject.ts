import type { Manifest } from '../manifests/Manifest';

/** Whether an object is an Application. */
export function isApplication({ group, kind }: Manifest): boolean {
  return group === 'argoproj.io' && kind === 'Application';
}

/** Whether an object is an ApplicationSet. */
export function isApplicationSet({ group, kind }: Manifest): boolean {
  return group === 'argoproj.io' && kind === 'ApplicationSet';
}

/** Whether deployment units come of an object. */
export function isUnitObject(manifest: Manifest): boolean {
  return isApplication(manifest) || isApplicationSet(manifest);
}
