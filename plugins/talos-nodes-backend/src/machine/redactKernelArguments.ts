const HIDDEN = '…';
/** Values that may hold tokens, or addresses that do. */
const SECRET =
  /token|secret|passw|key|siderolink|talos\.config|credential|auth/i;

/** With spaces where they are quoted. */
const ARGUMENT = /(?:[^\s"]|"[^"]*(?:"|$))+/g;

/** Kernel arguments without what must not be shown: secrets, and the query and user of every address. */
export function redactKernelArguments(cmdline: string): string {
  return (cmdline.match(ARGUMENT) ?? [])
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
