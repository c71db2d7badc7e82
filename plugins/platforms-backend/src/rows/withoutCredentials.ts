/** What Git says may name an address with a password in it. */
export function withoutCredentials(text: string): string {
  return text.replace(/(\w:\/\/)[^/\s@'"]*@/g, '$1');
}
