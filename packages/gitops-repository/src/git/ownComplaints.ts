/**
 * What Git says for itself: without what the remote made it print, as that
 * may say anything.
 */
export function ownComplaints(message: string): string {
  const [own] = message.split(/^fatal: remote error:/m);
  return own
    .split('\n')
    .filter(line => !/^remote:/.test(line))
    .join('\n');
}
