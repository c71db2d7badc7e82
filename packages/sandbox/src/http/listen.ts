import { createServer, type RequestListener } from 'node:http';

/** One simulated system that answers on loopback. */
export interface RunningSystem {
  /** `http://localhost:<port>`, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Listens on 127.0.0.1; port 0 takes a free one. Rejects with a sentence that
 * names the system and the port when the port is taken.
 */
export async function listen(
  system: string,
  port: number,
  listener: RequestListener,
): Promise<RunningSystem> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} of the sandbox's ${system} is taken; stop the process that listens there, or set another port.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error(`The sandbox's ${system} listens on no port.`);
  }
  return {
    url: `http://localhost:${address.port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
