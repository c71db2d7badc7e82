/** English texts of the form fields, the review step and the task page. */
export default {
  field: {
    required: 'required',
  },
  check: {
    unavailable:
      'This cannot be checked right now. Go on; the review checks everything again.',
  },
  suggestions: {
    label: 'Suggestions for {{field}}',
  },
  rows: {
    remove: 'Remove {{row}}',
  },
  platform: {
    label: 'Platform',
    description: 'The GitOps repository that is changed.',
    failed: 'The platforms could not be read',
    retry: 'Try again',
    none: 'No platform is configured. Ask the platform team.',
    unreadable: 'The repository of {{platform}} cannot be read: {{problem}}',
  },
  name: {
    label: 'Name',
    description:
      'Lower-case letters, digits and dashes, 63 at most. It names the app, its namespace and its directory.',
  },
  app: {
    label: 'App',
    description: 'One that is there, and that you may change.',
    placeholder: 'Choose an app',
    search: 'Search apps',
    failed: 'The apps could not be read',
    none: 'There is no app on this platform that you may change.',
    foreign:
      'You may not change {{app}}, or it is not there. Ask its owner, or the platform team.',
  },
  appCard: {
    title: 'Change this app',
    description: 'Each change becomes a pull request.',
    failed: 'The changes on offer could not be read',
  },
  category: {
    label: 'Category',
    description: 'The directory and namespace the app lies in.',
    placeholder: 'Choose a category',
    missing: 'Choose a category.',
  },
  clusters: {
    label: 'Clusters',
    description: 'Where it runs; without a choice on {{cluster}}.',
  },
  exposure: {
    label: 'Reached from',
    description: 'The gateway that takes the host.',
  },
  confirmation: {
    label: 'Name of the app, once more',
    description: 'Type “{{app}}” to confirm that it is to go.',
    descriptionWithoutApp: 'Choose an app first.',
    wrong: 'This is not “{{app}}”.',
  },
  chartName: {
    label: 'Chart',
    description: 'Its name in the repository.',
  },
  chartRepository: {
    label: 'Chart repository',
    description:
      'An address such as https://charts.example.org or oci://ghcr.io/example/charts.',
  },
  dashboardTitle: {
    label: 'Title',
    description: 'What the dashboard calls the app.',
  },
  dashboardGroup: {
    label: 'Heading',
    description: 'A heading of the dashboard that is there, or a new one.',
  },
  size: {
    label: 'Size',
    description: 'How much it may hold, such as 5Gi.',
  },
  variable: {
    label: 'Variable',
    description:
      'The environment variable that holds the address, user and password.',
  },
  chartVersion: {
    label: 'Chart version',
    description: 'One exact version, such as 4.6.2.',
  },
  currentHost: {
    label: 'Host now',
    description: 'The host that is to be replaced.',
    none: 'This app has no host in Git that can be replaced.',
  },
  minReplicas: {
    label: 'Fewest replicas',
    description: 'So many pods run even without load.',
  },
  maxReplicas: {
    label: 'Most replicas',
    description: 'More pods are never started.',
  },
  cpuPercent: {
    label: 'CPU load to keep',
    description: 'In percent of what a pod asks for.',
  },
  owner: {
    label: 'Owner',
    description: 'The group that answers for the service.',
    failed: 'Your groups could not be read',
    none: 'You are in no group, and a service needs one as its owner. Ask the platform team to add you to a group.',
    placeholder: 'Choose a group',
  },
  description: {
    label: 'Description',
    description: 'What it is for, in a sentence. The catalog shows it.',
  },
  port: {
    label: 'Container port',
    description: 'The port the container listens on, 1 to 65535.',
  },
  replicas: {
    label: 'Replicas',
    description: 'How many pods run at the same time.',
  },
  exposed: {
    label: 'Publish on a public host',
    description: 'Without it, only other services of the cluster reach it.',
  },
  image: {
    label: 'Container image',
    description: 'With a tag or a digest, such as {{example}}.',
  },
  host: {
    label: 'Host',
    description: 'The public name, under {{domains}}.',
    descriptionWithoutDomains: 'The public name.',
  },
  path: {
    label: 'Path',
    description: 'Requests below this path reach the service; / means all.',
  },
  login: {
    label: 'Login by Keycloak',
    description:
      'Makes a login client for the host. Keycloak makes its secret and keeps it in the secret store.',
    needsHost:
      'A login needs a public host. Go back to Exposure and publish the service first.',
  },
  callbackPath: {
    label: 'Callback path',
    description: 'Where the app takes people back after the login.',
  },
  resources: {
    label: 'Resources',
    description: 'What one pod is given.',
    small: 'Small: {{cpuRequest}} CPU, {{memoryRequest}} to {{memoryLimit}}',
    medium: 'Medium: {{cpuRequest}} CPU, {{memoryRequest}} to {{memoryLimit}}',
    large: 'Large: {{cpuRequest}} CPU, {{memoryRequest}} to {{memoryLimit}}',
    custom: 'Custom',
    cpuRequest: 'CPU request',
    memoryRequest: 'Memory request',
    cpuLimit: 'CPU limit (optional)',
    memoryLimit: 'Memory limit',
    quantity: 'Write a quantity, such as 250m, 1 or 512Mi.',
    invalid: '{{field}}: write a quantity, such as 250m, 1 or 512Mi.',
  },
  env: {
    label: 'Environment variables',
    description:
      'Plain values, readable by everybody in Git. Secrets are chosen on a later page.',
    add: 'Add a variable',
    row: 'variable {{number}}',
    name: 'Variable',
    value: 'Value',
    invalidName:
      'Variable {{number}}: the name takes letters, digits and underscores, and does not start with a digit.',
    duplicate: 'Variable {{number}}: {{name}} is there twice.',
    secret:
      'Variable {{number}}: this looks like a secret, and Git shows it to everybody. Put it into the secret store and choose its key on the page Secrets and login.',
  },
  secrets: {
    label: 'Secrets',
    description:
      'Existing keys of the secret store. Only the key is written to Git, never the value.',
    add: 'Add a secret',
    row: 'secret {{number}}',
    env: 'Variable',
    key: 'Key in the store',
    property: 'Property (optional)',
    missingKey: 'Secret {{number}}: name the key in the store.',
    invalidName:
      'Secret {{number}}: the variable takes letters, digits and underscores, and does not start with a digit.',
    duplicate: 'Secret {{number}}: {{name}} is there twice.',
    checked: 'Secret {{number}}: {{reason}}',
  },
  storage: {
    label: 'Volumes',
    description:
      'What a volume holds stays when a pod ends. Retiring the app lists its volumes and deletes none.',
    add: 'Add a volume',
    row: 'volume {{number}}',
    name: 'Name',
    mountPath: 'Mounted at',
    size: 'Size',
    purpose: 'Purpose',
    purposeOption: '{{purpose}} (storage class {{storageClass}})',
    missingName:
      'Volume {{number}}: the name takes lower-case letters, digits and dashes.',
    duplicate: 'Volume {{number}}: {{name}} is there twice.',
    mountPathAbsolute:
      'Volume {{number}}: the path starts with / and is not / itself.',
    invalidSize: 'Volume {{number}}: write a size, such as 10Gi.',
    missingPurpose: 'Volume {{number}}: choose a purpose.',
  },
  review: {
    title: 'The change',
    against: 'Computed against commit {{commit}} of {{platform}}, {{time}}.',
    refresh: 'Compute again',
    findings: 'Checks',
    back: 'Back',
    submit: 'Open pull request',
    submitting: 'The request is being started.',
    pending: 'The change is being computed.',
    unavailable:
      'Without the change nothing can be asked for. Try again, or go back; your values are kept.',
    blocked_one: '{{count}} error stands. Go back and correct it.',
    blocked_other: '{{count}} errors stand. Go back and correct them.',
    stale:
      'The last computation failed, so this may be out of date. Compute again.',
    nothing:
      'The repository already holds all of this; there is nothing to ask for.',
    ready_one: 'One pull request with {{count}} file is opened in your name.',
    ready_other:
      'One pull request with {{count}} files is opened in your name.',
    noPreview:
      'The template shows no change. Tell the platform team that its output has no preview.',
    refused: 'The request could not be started',
    deadline: 'The change took too long to compute. Try again.',
  },
  wizard: {
    review: 'Review the change',
    loadFailed: 'The template could not be read',
  },
  task: {
    steps: 'Steps',
    state: {
      open: 'Waiting',
      processing: 'Running',
      completed: 'Done',
      skipped: 'Skipped',
      failed: 'Failed',
      cancelled: 'Cancelled',
    },
    done: 'Asked for. The platform team reviews the pull request.',
    failed: 'The request was not completed',
    unreadable: 'The task could not be read',
    running: 'The request is on its way.',
    cancelled: 'The task was cancelled.',
    log: 'Log',
  },
  card: {
    choose: 'Choose',
    chooseTemplate: 'Choose {{template}}',
    owner: 'Owner: {{owner}}',
  },
} as const;
