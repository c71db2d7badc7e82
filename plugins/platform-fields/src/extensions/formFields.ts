import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** Every field is loaded with the form, not with the portal. */
export const formFields = [
  FormFieldBlueprint.make({
    name: 'platform-picker',
    params: {
      field: async () =>
        (await import('../fields/PlatformPicker')).platformPicker,
    },
  }),
  FormFieldBlueprint.make({
    name: 'app-name',
    params: {
      field: async () => (await import('../fields/AppNameField')).appNameField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'owner',
    params: {
      field: async () => (await import('../fields/OwnerField')).ownerField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'image',
    params: {
      field: async () => (await import('../fields/ImageField')).imageField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'host',
    params: {
      field: async () => (await import('../fields/HostField')).hostField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'path',
    params: {
      field: async () => (await import('../fields/PathField')).pathField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'callback-path',
    params: {
      field: async () =>
        (await import('../fields/CallbackPathField')).callbackPathField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'login',
    params: {
      field: async () => (await import('../fields/LoginField')).loginField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'resources',
    params: {
      field: async () =>
        (await import('../resources/ResourcesField')).resourcesField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'environment',
    params: {
      field: async () =>
        (await import('../environment/EnvironmentField')).environmentField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'secret-entries',
    params: {
      field: async () =>
        (await import('../secrets/SecretEntriesField')).secretEntriesField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'storage',
    params: {
      field: async () => (await import('../storage/StorageField')).storageField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'description',
    params: {
      field: async () =>
        (await import('../fields/DescriptionField')).descriptionField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'port',
    params: {
      field: async () => (await import('../fields/PortField')).portField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'replicas',
    params: {
      field: async () =>
        (await import('../fields/ReplicasField')).replicasField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'exposed',
    params: {
      field: async () => (await import('../fields/ExposedField')).exposedField,
    },
  }),
];
