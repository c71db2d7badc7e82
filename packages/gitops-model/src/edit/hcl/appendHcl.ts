/** Appends resources to an HCL file; every byte that is there stays. */
export function appendHcl(text: string, resources: readonly string[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = text === '' ? '' : lineEnd;
  const open = text !== '' && !text.endsWith('\n') ? lineEnd : '';
  const added = resources.join('\n\n').replaceAll('\n', lineEnd);
  const close = text === '' || open === '' ? lineEnd : '';
  return `${text}${open}${separator}${added}${close}`;
}
