import { createServer } from 'node:net';
import { Stop } from './say.mjs';

function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** @param {{ name: string, port: number, variable: string }[]} wanted */
export async function requireFreePorts(wanted) {
  for (const { name, port, variable } of wanted) {
    if (!(await isFree(port))) {
      throw new Stop(
        `Port ${port} is taken, and ${name} needs it. Stop the program that listens there (perhaps another portal), or choose another port: ${variable}=<port> npm start`,
      );
    }
  }
}
