import { argocdApplication } from '../blocks/argocdApplication';
import { httpRoute } from '../blocks/httpRoute';
import { namespace } from '../blocks/namespace';
import type { Finding } from '../finding/Finding';
import type { Requester } from '../plan/Requester';
import type { WritableProfile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import { checkAppName } from './checkAppName';
import type { CheckContext } from './CheckContext';
import { checkClaims } from './checkClaims';
import { checkHost } from './checkHost';
import { checkImage } from './checkImage';
import { checkCallbackPath } from './checkLoginClient';
import { checkRoutePath } from './checkRoutePath';
import { checkSecretKey } from './checkSecretKey';
import { ownerOf } from './ownerOf';
import { suggestValues } from './suggestValues';

/** One field of a form as somebody types. */
export interface FieldCheckInput {
  field: 'app' | 'host' | 'image' | 'secretKey' | 'callbackPath' | 'path';
  value: string;
  /** Entity ref of the chosen owner, where one is chosen yet. */
  owner?: string;
  app?: string;
}

export interface FieldCheckOptions {
  model: RepositoryModel;
  profile: WritableProfile;
  requester: Requester;
  check: FieldCheckInput;
}

export interface FieldCheckAnswer {
  findings: Finding[];
  /** Values that would pass, best first, at most 20. */
  suggestions: string[];
}

const maxSuggestions = 20;

/** Checks one field of a form and offers values that would pass. */
export function checkField({
  check,
  ...context
}: FieldCheckOptions): FieldCheckAnswer {
  const findings = checkValue(check, context);
  const passes = (value: string) =>
    value !== check.value &&
    checkValue({ ...check, value }, context).length === 0;
  const candidates = suggestValues(check, context);
  const suggestions: string[] = [];
  for (const candidate of new Set(candidates)) {
    if (suggestions.length === maxSuggestions) break;
    if (passes(candidate)) suggestions.push(candidate);
  }
  return { findings, suggestions };
}

function checkValue(check: FieldCheckInput, context: CheckContext): Finding[] {
  const { value, app = '' } = check;
  const at = { profile: context.profile, app };
  switch (check.field) {
    case 'app': {
      const named = { profile: context.profile, app: value };
      const facts = { owner: '', system: value };
      const claims = [
        ...argocdApplication.claims(facts, named),
        ...namespace.claims(value, named),
      ];
      const findings = checkAppName(value, context);
      return findings.length > 0
        ? findings
        : checkClaims(claims, value, context).slice(0, 1);
    }
    case 'host': {
      const route = { host: value, path: '/', backend: app, port: 80 };
      const findings = checkHost(value, context);
      return findings.length > 0
        ? findings
        : checkClaims(httpRoute.claims(route, at), app, context);
    }
    case 'image':
      return checkImage(value, context);
    case 'secretKey': {
      const owner = ownerOf(check, context);
      return owner === undefined
        ? []
        : checkSecretKey(value, owner, context, 'secretKey');
    }
    case 'callbackPath':
      return checkCallbackPath(value);
    case 'path':
      return checkRoutePath(value);
    default:
      return [];
  }
}
