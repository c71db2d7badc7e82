import type { AppNames } from '../profile/AppNames';

/** What selects the pods of an app. */
export function appSelector(app: string): Record<string, string> {
  return { 'app.kubernetes.io/name': app };
}

/** Labels that tie an object to its app, in the cluster and in the portal. */
export function appLabels(app: string, unit = app): Record<string, string> {
  return { ...appSelector(app), ...portalLabel(unit) };
}

/** What the portal finds the objects of an app by. */
export function portalLabel(unit: string): Record<string, string> {
  return { 'backstage.io/kubernetes-id': unit };
}

/** Metadata of an object in the app's namespace. */
export function appMetadata({ app, unit, namespace }: AppNames, name: string) {
  return { name, namespace, labels: appLabels(app, unit) };
}
