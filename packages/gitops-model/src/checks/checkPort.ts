import type { Finding } from '../finding/Finding';
import { refusal } from './refusal';

/** A TCP port. */
export function checkPort(port: number): Finding[] {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return [];
  return [
    refusal('port-invalid', {
      message: `${port} is no port.`,
      fix: 'Give the port the container listens on, from 1 to 65535.',
      field: 'port',
    }),
  ];
}
