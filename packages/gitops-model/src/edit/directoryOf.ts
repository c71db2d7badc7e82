/** Path of the directory that a file lies in. */
export function directoryOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}
