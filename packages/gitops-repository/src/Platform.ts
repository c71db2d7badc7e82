import type { Profile, WritableProfile } from '@internal/gitops-model';

/** One entry of `platforms:`: a GitOps repository and the clusters it drives. */
export interface Platform {
  /** Key under `platforms:`. */
  id: string;
  title: string;
  repository: {
    /** Web address on the forge, without `.git` and final slash. */
    url: string;
    branch: string;
    pollSeconds: number;
    timeoutSeconds: number;
    /** Larger files are listed but not read. */
    maxFileBytes: number;
  };
  clusters: { name: string }[];
  profile: Profile | WritableProfile;
}
