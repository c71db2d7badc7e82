import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { tools } from './paths.mjs';
import { run, tail } from './run.mjs';
import { say, Stop } from './say.mjs';

const nodeVersion = '24.21.0';
const yarnVersion = '4.18.1';
const supported = [22, 24];

/**
 * Finds Node.js 22 or 24 and Yarn, and puts what is missing into `.tools` from
 * the package registry that npm is set up for.
 *
 * @returns {Promise<{ node: string, yarn: string, env: Record<string, string> }>}
 */
export async function ensureToolchain() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Stop(
      `This is Node.js ${process.versions.node}; the portal needs 20 or newer to set itself up. Install a newer Node.js and try again.`,
    );
  }
  const ownNode = supported.includes(major);
  const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const nodeBin = path.join(tools, 'node_modules', nodePackage, 'bin');
  const node = ownNode ? process.execPath : path.join(nodeBin, 'node');
  const yarn = path.join(tools, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');

  const missing = [
    ...(existsSync(node) ? [] : [`${nodePackage}@${nodeVersion}`]),
    ...(existsSync(yarn) ? [] : [`@yarnpkg/cli-dist@${yarnVersion}`]),
  ];
  if (missing.length > 0) {
    say(`Getting ${missing.join(' and ')} into .tools …`);
    await mkdir(tools, { recursive: true });
    const wanted = [
      ...(ownNode ? [] : [`${nodePackage}@${nodeVersion}`]),
      `@yarnpkg/cli-dist@${yarnVersion}`,
    ];
    const result = await run('npm', [
      'install',
      '--prefix',
      tools,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      ...wanted,
    ]);
    if (result.code !== 0) {
      throw new Stop(
        `${tail(result.output, 8)}\n\nnpm could not get ${missing.join(' and ')}. Check the network and the registry that npm uses (npm config get registry), then try again.`,
      );
    }
  }
  return {
    node,
    yarn,
    env: {
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    },
  };
}
