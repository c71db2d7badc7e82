import type { Claim } from '../blocks/Claim';
import type { Finding } from '../finding/Finding';
import type { Requester } from '../plan/Requester';
import { blockOptions } from '../profile/blockOptions';
import { domainsOf } from '../profile/domainOf';
import { expandNames } from '../profile/expandNames';
import type { WritableProfile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import { checkAppName } from './checkAppName';
import type { CheckContext } from './CheckContext';
import { checkClaims } from './checkClaims';
import { checkHost } from './checkHost';
import { checkImage } from './checkImage';
import { checkCallbackPath } from './checkLoginClient';
import { checkPlace } from './checkPlace';
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
  /** Category of a new app, where one is chosen yet. */
  category?: string;
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
  switch (check.field) {
    case 'app': {
      const findings = [
        ...checkAppName(value, context),
        ...(check.category === undefined
          ? []
          : checkPlace(
              { app: value, category: check.category },
              'image',
              context,
            ).filter(({ field }) => field === 'app')),
      ];
      return findings.length > 0
        ? findings
        : checkClaims(nameClaims(value, context), value, context).slice(0, 1);
    }
    case 'host': {
      const findings = checkHost(value, context);
      return findings.length > 0
        ? findings
        : checkClaims(hostClaims(value, context), app, context);
    }
    case 'image':
      return checkImage(value, context);
    case 'secretKey': {
      const owner = ownerOf(check, context);
      return owner === undefined
        ? []
        : checkSecretKey(value, app, owner, context, 'secretKey');
    }
    case 'callbackPath':
      return checkCallbackPath(value);
    case 'path':
    default:
      return checkRoutePath(value);
  }
}

function nameClaims(app: string, { profile }: CheckContext): Claim[] {
  const [layout] = profile.layouts;
  return [
    { kind: 'app', app },
    ...blockOptions(profile, layout, 'namespace').map((): Claim => ({
      kind: 'namespace',
      namespace: expandNames(layout.namespace, { app }),
    })),
  ];
}

function hostClaims(host: string, { profile }: CheckContext): Claim[] {
  return domainsOf(profile, host).map(({ gateway }) => ({
    kind: 'host',
    host,
    gateway,
  }));
}
