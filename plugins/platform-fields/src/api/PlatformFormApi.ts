import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AppDescription,
  AppSummary,
  FieldCheck,
  FieldCheckResult,
} from '@internal/plugin-change-requests-common';
import type { FormPlatform } from '../platforms/FormPlatform';

/** What the form fields ask while somebody types. */
export interface PlatformFormApi {
  /** Asked for once within a short time. @throws ResponseError */
  listPlatforms(signal?: AbortSignal): Promise<FormPlatform[]>;

  /** Apps of a platform, by name. @throws ResponseError */
  listApps(platform: string, signal?: AbortSignal): Promise<AppSummary[]>;

  /** What Git has of an app now. @throws ResponseError */
  describeApp(
    platform: string,
    app: string,
    signal?: AbortSignal,
  ): Promise<AppDescription>;

  /** The same check within a short time is asked once. @throws ResponseError */
  checkField(
    check: FieldCheck,
    signal?: AbortSignal,
  ): Promise<FieldCheckResult>;
}

export const platformFormApiRef = createApiRef<PlatformFormApi>().with({
  id: 'plugin.scaffolder.platform-form',
  pluginId: 'scaffolder',
});
