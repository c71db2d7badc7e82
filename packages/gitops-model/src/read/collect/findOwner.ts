import type { Profile } from '../../profile/Profile';
import { matchesGlob } from '../matchesGlob';
import type { RenderedUnit } from '../RenderedUnit';
import type { App } from '../RepositoryModel';
import { appAnnotations } from './appAnnotations';
import type { CodeownersRule } from './readCodeowners';

type Ownership = Pick<App, 'owner' | 'ownerReason'>;

/**
 * Who owns the app of a deployment unit: by its annotation, by its label, by
 * a rule of the profile, by CODEOWNERS, or by default.
 */
export function findOwner(
  { owners }: Profile,
  codeowners: readonly CodeownersRule[],
  rendered: RenderedUnit,
): Ownership {
  return (
    byAnnotation(rendered) ??
    byLabel(owners, rendered) ??
    byRule(owners, rendered) ??
    byCodeowners(owners, codeowners, rendered) ?? {
      owner: owners.default,
      ownerReason: 'default owner of the profile',
    }
  );
}

function byAnnotation({ annotations }: RenderedUnit): Ownership | undefined {
  const owner = annotations[appAnnotations.owner];
  return owner
    ? { owner, ownerReason: `annotation ${appAnnotations.owner}` }
    : undefined;
}

function byLabel(
  { label }: Profile['owners'],
  { unit }: RenderedUnit,
): Ownership | undefined {
  const value = label === undefined ? undefined : unit.labels[label];
  return value
    ? { owner: `group:default/${value}`, ownerReason: `label ${label}` }
    : undefined;
}

function byRule(
  { rules }: Profile['owners'],
  { unit }: RenderedUnit,
): Ownership | undefined {
  const paths = [unit.source.file, ...unit.paths];
  for (const [index, rule] of rules.entries()) {
    const app = rule.apps?.find(glob => matchesGlob(glob, unit.app));
    const path = rule.paths?.find(glob =>
      paths.some(candidate => matchesGlob(glob, candidate)),
    );
    const fits =
      (rule.apps === undefined || app !== undefined) &&
      (rule.paths === undefined || path !== undefined);
    if (!fits) continue;
    const why = [
      ...(app === undefined ? [] : [`app ${app}`]),
      ...(path === undefined ? [] : [`path ${path}`]),
    ];
    return {
      owner: rule.owner,
      ownerReason: `owner rule ${index + 1} of the profile: ${why.join(' and ')}`,
    };
  }
  return undefined;
}

/** The directories a unit deploys are its team's; the file that declares it may lie among everybody's. */
function byCodeowners(
  { codeowners: groups }: Profile['owners'],
  rules: readonly CodeownersRule[],
  { unit }: RenderedUnit,
): Ownership | undefined {
  const paths = [...unit.paths.map(path => `${path}/`), unit.source.file];
  for (const path of paths) {
    const rule = rules.findLast(({ matches }) => matches(path));
    const name = rule?.owners.find(known => Object.hasOwn(groups, known));
    if (rule && name !== undefined) {
      const { file, line } = rule.source;
      return {
        owner: groups[name],
        ownerReason: `${file} line ${line}: ${rule.pattern}`,
      };
    }
  }
  return undefined;
}
