/** What stands for the placeholders of a profile, for one app. */
export type AppNames = {
  app: string;
  /** What the portal calls the app: the name of its deployment unit. */
  unit: string;
  /** The directory that belongs to the app. */
  directory: string;
  /** Empty where the platform has no categories. */
  category: string;
  namespace: string;
  cluster: string;
};
