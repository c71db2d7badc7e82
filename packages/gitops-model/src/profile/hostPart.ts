/** What of a host stands in names of files and objects. */
export function hostPart(host: string): string {
  return host.replaceAll('.', '-');
}
