/** A text as Argo CD makes it fit for a DNS name: `basenameNormalized`, `normalize`. */
export function sanitizeName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, '');
}
