const HIDDEN = '…';
/** Values that may hold tokens, or addresses that do. */
const SECRET =
  /token|secret|passw|key|siderolink|talos\.config|credential|auth/i;

/** Kernel arguments without what must not be shown: secrets, and the query and user of every address. */
export function redactKernelArguments(cmdline: string): string {
  return cmdline
    .split(/\s+/)
    .filter(Boolean)
    .map(argument => {
      const [name, ...rest] = argument.split('=');
      if (rest.length === 0) return argument;
      if (SECRET.test(name)) return `${name}=${HIDDEN}`;
      const value = rest.join('=');
      return `${name}=${value
        .replace(/\/\/[^/@]*@/, `//${HIDDEN}@`)
        .replace(/\?.*$/, `?${HIDDEN}`)}`;
    })
    .join(' ');
}
