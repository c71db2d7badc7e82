/** Whether a path of a profile is another one for every app. */
export function isOneApps(path: string): boolean {
  return /\{(app|directory)\}/.test(path);
}
