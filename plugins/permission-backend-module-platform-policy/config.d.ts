export interface Config {
  platforms?: {
    [platform: string]: {
      /**
       * Full reference of the group that runs the platform, such as
       * `group:default/platform`. Its members, of any platform, may also
       * register, refresh and remove catalog entities and locations.
       */
      platformTeam?: string;
    };
  };
}
