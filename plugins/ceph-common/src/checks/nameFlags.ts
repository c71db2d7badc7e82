const OPEN_COMMAND = /ceph osd unset(?:-group)? <flag>(?: <who>)?/;

/** The next step of a check on flags, with the flags that Ceph names in its own words. */
export function nameFlags(nextStep: string, raw: readonly string[]): string {
  const commands = raw.flatMap(line => {
    const everywhere = /^(\S+) flag\(s\) set/.exec(line);
    const somewhere = /(\S+) has flags (\S+)/.exec(line);
    if (everywhere) {
      return everywhere[1].split(',').map(flag => `ceph osd unset ${flag}`);
    }
    return somewhere
      ? somewhere[2]
          .split(',')
          .map(flag => `ceph osd unset-group ${flag} ${somewhere[1]}`)
      : [];
  });
  return commands.length > 0
    ? nextStep.replace(OPEN_COMMAND, commands.join(' && '))
    : nextStep;
}
