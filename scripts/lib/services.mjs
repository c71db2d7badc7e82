import { spawn } from 'node:child_process';
import { Stop } from './say.mjs';
import { tail } from './run.mjs';

const services = [];
let stopping = false;

/**
 * Starts a long-running process of the portal. When it ends by itself, all
 * others are stopped and the reason is printed.
 */
export function startService(name, command, args, { cwd, env }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const service = { name, child, output: '', ended: false };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      service.output = (service.output + chunk).slice(-200_000);
      if (process.env.PORTAL_LOG) {
        process.stdout.write(chunk);
      }
    });
  }
  child.on('close', code => {
    service.ended = true;
    if (!stopping) {
      console.error(
        `\n${tail(service.output)}\n\nThe ${name} ended by itself (exit code ${code}); the lines above say why.`,
      );
      process.exitCode = 1;
      void stopServices();
    }
  });
  services.push(service);
  return service;
}

/** Ends every process that was started, with force after five seconds. */
export async function stopServices() {
  stopping = true;
  await Promise.all(
    services.map(
      service =>
        new Promise(resolve => {
          if (service.ended) {
            resolve();
            return;
          }
          service.child.once('close', resolve);
          service.child.kill('SIGTERM');
          setTimeout(() => service.child.kill('SIGKILL'), 5000).unref();
        }),
    ),
  );
}

/** Waits until `check` holds; a service that ends meanwhile is an error. */
export async function waitFor(service, what, check, seconds) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await check())) {
    if (service.ended) {
      throw new Stop(`The ${service.name} did not start.`);
    }
    if (Date.now() > deadline) {
      throw new Stop(
        `${tail(service.output)}\n\n${what} within ${seconds} seconds did not happen. The lines above are the last of the ${service.name}'s log.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}
