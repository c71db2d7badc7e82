import { appendHcl } from '../edit/hcl/appendHcl';
import {
  emitHclResource,
  emitHclValue,
  emitHclVariable,
  HclExpression,
} from '../edit/hcl/emitHcl';
import { insertHclEntry } from '../edit/hcl/insertHclEntry';
import { removeHclBlocks } from '../edit/hcl/removeHclBlocks';
import { removeHclEntry } from '../edit/hcl/removeHclEntry';
import type { Finding } from '../finding/Finding';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { vaultResource, vaultVariable } from './vaultNames';
import { obstacleTo } from './vaultObstacles';
import {
  isVariable,
  type VaultSecret,
  type VaultStack,
  vaultStack,
} from './vaultStack';

/** A field that Terraform writes to Vault. */
interface VaultField {
  property: string;
  /** What is no secret and stands there itself; everything else is a variable. */
  text?: string;
}

/** Fields of one path of Vault. */
export interface VaultPath {
  key: string;
  fields: VaultField[];
}

type Options = BlockOptions<'vault-path'>;

/**
 * A path of Vault in a Terraform stack. What is secret stands there as a
 * variable of the app's own; a field that is there already is kept.
 */
export const vaultPath: RetiringBlock<'vault-path', VaultPath> = {
  write(context, options, { key, fields }) {
    const stack = vaultStack(context, options);
    const lacking = lackingIn(stack, { key, fields });
    const obstacle = obstacleTo(context, stack, { key, fields: lacking });
    if (obstacle) {
      const { file, reason } = obstacle;
      return fileFinding(file, { ok: false, reason });
    }
    const { tree, app } = context;
    if (stack.secretAt(key)) {
      for (const field of lacking) insertField(context, options, key, field);
    } else {
      const resource = emitHclResource({
        type: 'vault_kv_secret_v2',
        name: vaultResource(app, key),
        attributes: {
          mount: mountOf(context, stack),
          name: key,
          data_json: HclExpression.jsonencode(
            Object.fromEntries(
              lacking.map(field => [field.property, valueOf(app, key, field)]),
            ),
          ),
        },
      });
      tree.writeText(stack.file, appendHcl(stack.readText(), [resource]));
    }
    declareVariables(context, stack, key, lacking);
    return [];
  },

  find(context, options) {
    const { app } = context;
    return vaultStack(context, options).secrets.flatMap(secret => {
      const { key, map, block } = secret;
      const isOwn = block.labels[1] === vaultResource(app, key);
      return (map?.entries ?? []).flatMap(
        ({ key: property, text, literal }): VaultPath[] => {
          if (text === `var.${vaultVariable(app, key, property)}`) {
            return [{ key, fields: [{ property }] }];
          }
          return isOwn && typeof literal === 'string'
            ? [{ key, fields: [{ property, text: literal }] }]
            : [];
        },
      );
    });
  },

  retire(context, options, { key, fields }) {
    return fields.flatMap(({ property, text }) => {
      const { file, secrets } = vaultStack(context, options);
      const secret = secrets.find(
        other =>
          other.key === key &&
          other.map?.entries.some(entry => entry.key === property),
      );
      if (!secret) return [];
      // No plan may change a file that the profile does not list.
      if (secret.file !== file) {
        return [survivor(context.app, secret, property)];
      }
      removeField(context, secret, property);
      if (text === undefined) {
        const name = vaultVariable(context.app, key, property);
        removeVariable(context, options, name);
      }
      return [];
    });
  },

  claims: ({ key }) => [{ kind: 'secret-key', key }],
};

/** The fields of a path that Terraform does not write, whatever it writes to the others. */
export function lackingFields(
  context: BlockContext,
  options: Options,
  path: VaultPath,
): VaultField[] {
  return lackingIn(vaultStack(context, options), path);
}

function lackingIn(
  { secretAt }: VaultStack,
  { key, fields }: VaultPath,
): VaultField[] {
  const there = secretAt(key)?.map?.entries ?? [];
  return fields.filter(
    ({ property }) => !there.some(entry => entry.key === property),
  );
}

/** As the stack's other resources have it: a text, or what refers to the mount itself. */
function mountOf({ profile }: BlockContext, { secrets }: VaultStack) {
  const mounts = secrets.flatMap(({ block }) => block.attributes.mount ?? []);
  const reference = mounts.find(({ text }) =>
    /^[a-z_]\w*(\.[a-z_][\w-]*)+$/.test(text),
  );
  return reference
    ? HclExpression.reference(reference.text)
    : (profile.secrets.mount ?? '');
}

function valueOf(app: string, key: string, { property, text }: VaultField) {
  return (
    text ?? HclExpression.reference(`var.${vaultVariable(app, key, property)}`)
  );
}

function insertField(
  context: BlockContext,
  options: Options,
  key: string,
  field: VaultField,
): void {
  const stack = vaultStack(context, options);
  const map = stack.secretAt(key)?.map;
  if (!map) return;
  const value = emitHclValue(valueOf(context.app, key, field), '');
  const after = insertHclEntry(stack.readText(), map, field.property, value);
  context.tree.writeText(stack.file, after);
}

function declareVariables(
  { tree, app }: BlockContext,
  { variablesFile, blocks }: VaultStack,
  key: string,
  fields: readonly VaultField[],
): void {
  const siblings = blocks.filter(
    ({ file, block }) => file === variablesFile && block.type === 'variable',
  );
  const isDescribed =
    siblings.filter(({ block }) => block.attributes.description).length * 2 >
    siblings.length;
  const declared = fields
    .filter(({ text }) => text === undefined)
    .map(({ property }) =>
      emitHclVariable(
        vaultVariable(app, key, property),
        isDescribed ? `${property} of ${key}` : undefined,
      ),
    );
  if (declared.length === 0) return;
  const before = tree.readText(variablesFile) ?? '';
  tree.writeText(variablesFile, appendHcl(before, declared));
}

/** Takes the whole path out with the last field that the app had it written for. */
function removeField(
  { tree, app }: BlockContext,
  { file, block, key, map }: VaultSecret,
  property: string,
): void {
  if (!map) return;
  const isOwn = block.labels[1] === vaultResource(app, key);
  const isLast = isOwn && map.entries.length === 1;
  const text = tree.readText(file) ?? '';
  tree.writeText(
    file,
    isLast
      ? removeHclBlocks(text, [block])
      : removeHclEntry(text, map, property),
  );
}

function survivor(
  app: string,
  { file, key }: VaultSecret,
  property: string,
): Finding {
  return {
    code: 'survives',
    severity: 'info',
    message: `What stays when ${app} is gone: ${property} of ${key}, which ${file} writes.`,
    fix: 'Take it out of that file by hand, and its variable with it.',
    file,
  };
}

/** Takes a variable out that nothing of the stack uses any more. */
function removeVariable(
  context: BlockContext,
  options: Options,
  name: string,
): void {
  const { tree } = context;
  const { variablesFile, blocks, texts } = vaultStack(context, options);
  const use = new RegExp(`\\bvar\\.${name}(?![\\w-])`);
  const declaration = blocks.find(
    ({ file, block }) => file === variablesFile && isVariable(block, name),
  );
  if (!declaration || texts.some(text => use.test(text))) return;
  const before = tree.readText(variablesFile) ?? '';
  tree.writeText(variablesFile, removeHclBlocks(before, [declaration.block]));
}
