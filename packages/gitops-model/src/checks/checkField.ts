import type { Finding } from '../finding/Finding';
import type { Requester } from '../plan/Requester';
import type { Profile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';

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
  profile: Profile;
  requester: Requester;
  check: FieldCheckInput;
}

export interface FieldCheckAnswer {
  findings: Finding[];
  /** Values that would pass, best first, at most 20. */
  suggestions: string[];
}

/** Checks one field of a form and offers values that would pass. */
export function checkField(_options: FieldCheckOptions): FieldCheckAnswer {
  return { findings: [], suggestions: [] };
}
