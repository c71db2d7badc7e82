import type { Block, BlockContext } from '../blocks/Block';
import { certificate } from '../blocks/certificate';
import { httpRoute } from '../blocks/httpRoute';
import { namespace } from '../blocks/namespace';
import { referenceGrant } from '../blocks/referenceGrant';
import type { Finding } from '../finding/Finding';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockName } from '../profile/Profile';

/** Files in central directories that are called after an app and hold nothing that a block knows as the app's. */
export function listStrangers(at: BlockContext): Finding[] {
  return [
    ...strangersTo('certificate', certificate, at),
    ...strangersTo('http-route', httpRoute, at),
    ...strangersTo('namespace', namespace, at),
    ...strangersTo('reference-grant', referenceGrant, at),
  ].map(file => ({
    code: 'survives',
    severity: 'warning',
    message: `${file} is called after ${at.names.unit}, but holds something else than the profile writes there, so it stays.`,
    fix: 'Look whether anybody needs it, and take it out by hand.',
    file,
  }));
}

function strangersTo<N extends BlockName, V>(
  name: N,
  block: Block<N, V>,
  at: BlockContext,
): string[] {
  const { tree, profile, layout, names } = at;
  return blockOptions(profile, layout, name)
    .filter(options => block.find(at, options).length === 0)
    .map(({ file }) => file)
    .filter(file => file.includes('{app}'))
    .map(file => expandNames(file, names))
    .filter(file => tree.has(file));
}
