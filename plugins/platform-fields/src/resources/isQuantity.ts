/** Whether a text is a positive Kubernetes quantity, such as `250m` or `1Gi`. */
export function isQuantity(text: string): boolean {
  const match = /^(\d+(?:\.\d+)?)(m|k|[MGTPE]|[KMGTPE]i)?$/.exec(text);
  return match !== null && Number(match[1]) > 0;
}
