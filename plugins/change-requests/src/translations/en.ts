/** English texts of the change request pages. */
export default {
  page: { title: 'Change requests' },
  state: {
    draft: 'Draft',
    open: 'Open',
    approved: 'Approved',
    merged: 'Merged',
    syncing: 'Syncing',
    healthy: 'Healthy',
    closed: 'Closed',
    failed: 'Failed',
  },
  list: {
    create: 'Ask for a change',
    tooMany:
      'Showing the newest {{shown}} requests; older ones are not searched.',
    filter: {
      text: 'Search',
      textExample: 'Title, app, person or #number',
      state: 'State',
      allStates: 'All states',
      platform: 'Platform',
      allPlatforms: 'All platforms',
      by: 'Requested by',
      byAnybody: 'Anybody',
      byMe: 'Me',
    },
    column: {
      title: 'Change',
      state: 'State',
      apps: 'App',
      platform: 'Platform',
      requester: 'Requested by',
      age: 'Age',
    },
    empty: {
      title: 'No change requests yet',
      description:
        'Everything asked for through the portal shows up here, from the first draft until it runs.',
    },
    noMatch: {
      title: 'No request matches',
      description: 'There are requests, but none fits all of the filters.',
      clear: 'Clear filters',
    },
  },
  content: {
    asPlanned: 'Matches the template exactly',
    edited: 'Edited by hand since',
    unknown: 'Not compared yet',
  },
  checks: {
    passed: 'Passed',
    failed: 'Failed',
    pending: 'Still running',
    none: 'There are none',
    unknown: 'The forge does not tell',
    unread: 'Not read yet',
  },
  merging: {
    clean: 'Possible',
    conflict: 'Conflicts with the base branch',
    unknown: 'The forge does not tell',
    unread: 'Not read yet',
  },
  way: {
    label: 'The way of this change',
    done: 'done',
    current: 'now',
    todo: 'to come',
    skipped: 'skipped',
    stopped: 'stopped here',
  },
  detail: {
    pullRequest: 'Pull request #{{number}}',
    timeline: 'Timeline',
    findings: 'Findings',
    changes: 'Changes',
    nextStep: 'Next step: {{nextStep}}',
    retry: 'Try again',
    retryFailed: 'The request could not be sent again',
    facts: {
      title: 'Request',
      requester: 'Requested by',
      apps: 'App',
      platform: 'Platform',
      template: 'Template',
      requestedAt: 'Requested',
      branch: 'Branch',
      content: 'Content',
      checks: 'Checks',
      merging: 'Merging',
      baseCommit: 'Planned on commit',
      mergeCommit: 'Merge commit',
      observedAt: 'Forge last read',
      notObserved: 'Not yet',
    },
    event: { by: '{{event}} by {{actor}}' },
    closed: {
      title: 'The pull request was closed without being merged',
      description:
        'Nothing was changed. See the pull request for the reason, and try again if the change is still needed.',
    },
    conflict: {
      title: 'The change conflicts with what the base branch holds now',
      description:
        'Close the pull request and try again: the change is then planned anew on the newest commit. Or resolve the conflict by hand on the branch.',
    },
    checksFailed: {
      title: 'Checks of the pull request have failed',
      description:
        'The pull request says which, and why. The platform team can help where the change itself is right.',
    },
    stale: {
      since: 'What is shown here was last true {{time}}',
      never: 'The forge has not been read yet',
    },
    notFound: {
      title: 'No such change request',
      description:
        'There is no change request {{id}}. It may have been mistyped.',
      back: 'All change requests',
    },
  },
  event: {
    requested: 'Requested',
    'attempt-failed': 'Attempt failed',
    retried: 'Tried again',
    opened: 'Pull request opened',
    adopted: 'Existing pull request taken over',
    updated: 'Pull request updated',
    approved: 'Approved',
    merged: 'Merged',
    closed: 'Closed without merging',
    synced: 'Synced to the cluster',
    healthy: 'Running and healthy',
    failed: 'Failed',
  },
  card: {
    title: 'Change requests',
    all: 'All requests of this app',
    empty: {
      title: 'No change requests',
      description: 'Nobody has asked to change this app through the portal.',
    },
  },
} as const;
