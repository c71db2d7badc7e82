import {
  FormFieldBlueprint,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';

/** By extension name. Every field is loaded with the form, not with the portal. */
export const formFieldLoaders: Record<string, () => Promise<FormField>> = {
  'platform-picker': async () =>
    (await import('../fields/PlatformPicker')).platformPicker,
  'app-name': async () => (await import('../fields/AppNameField')).appNameField,
  owner: async () => (await import('../fields/OwnerField')).ownerField,
  description: async () =>
    (await import('../fields/DescriptionField')).descriptionField,
  image: async () => (await import('../fields/ImageField')).imageField,
  port: async () => (await import('../fields/PortField')).portField,
  replicas: async () => (await import('../fields/ReplicasField')).replicasField,
  resources: async () =>
    (await import('../resources/ResourcesField')).resourcesField,
  environment: async () =>
    (await import('../environment/EnvironmentField')).environmentField,
  exposed: async () => (await import('../fields/ExposedField')).exposedField,
  host: async () => (await import('../fields/HostField')).hostField,
  path: async () => (await import('../fields/PathField')).pathField,
  'secret-entries': async () =>
    (await import('../secrets/SecretEntriesField')).secretEntriesField,
  login: async () => (await import('../fields/LoginField')).loginField,
  'callback-path': async () =>
    (await import('../fields/CallbackPathField')).callbackPathField,
  app: async () => (await import('../apps/AppPicker')).appPicker,
  confirmation: async () =>
    (await import('../apps/ConfirmationField')).confirmationField,
  'chart-version': async () =>
    (await import('../apps/ChartVersionField')).chartVersionField,
  'current-host': async () =>
    (await import('../apps/CurrentHostField')).currentHostField,
  'min-replicas': async () =>
    (await import('../fields/MinReplicasField')).minReplicasField,
  'max-replicas': async () =>
    (await import('../fields/MaxReplicasField')).maxReplicasField,
  'cpu-percent': async () =>
    (await import('../fields/CpuPercentField')).cpuPercentField,
  category: async () => (await import('../fields/CategoryField')).categoryField,
  clusters: async () => (await import('../fields/ClustersField')).clustersField,
  exposure: async () => (await import('../fields/ExposureField')).exposureField,
  'chart-name': async () =>
    (await import('../apps/ChartNameField')).chartNameField,
  'chart-repository': async () =>
    (await import('../apps/ChartRepositoryField')).chartRepositoryField,
  'dashboard-title': async () =>
    (await import('../apps/DashboardTitleField')).dashboardTitleField,
  'dashboard-group': async () =>
    (await import('../apps/DashboardGroupField')).dashboardGroupField,
  size: async () => (await import('../apps/SizeField')).sizeField,
  variable: async () => (await import('../apps/VariableField')).variableField,
  storage: async () => (await import('../storage/StorageField')).storageField,
};

export const formFields = Object.entries(formFieldLoaders).map(
  ([name, field]) => FormFieldBlueprint.make({ name, params: { field } }),
);
