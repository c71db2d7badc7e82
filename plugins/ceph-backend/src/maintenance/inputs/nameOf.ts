/** `namespace/name`, as `kubectl` takes it. */
export function nameOf({
  namespace,
  name,
}: {
  namespace: string;
  name: string;
}): string {
  return `${namespace}/${name}`;
}
