/** English texts of the shared presentation. */
export default {
  async: {
    loading: 'Loading',
    refreshing: 'Refreshing',
    retry: 'Try again',
    error: 'This could not be read',
    stale: 'Last updated {{time}}',
    forbidden: {
      title: 'You may not see this',
      description:
        'It needs the permission {{permission}}. Ask the platform team for it.',
    },
  },
  amount: {
    bytes: '{{number}} B',
    mebibytes: '{{number}} MiB',
    gibibytes: '{{number}} GiB',
    tebibytes: '{{number}} TiB',
    gigahertz: '{{number}} GHz',
  },
  copy: { label: 'Copy {{name}}', done: 'Copied' },
  diff: {
    files_one: '{{count}} changed file',
    files_other: '{{count}} changed files',
    kind: {
      create: 'New',
      change: 'Changed',
      delete: 'Deleted',
    },
    added_one: '{{count}} line added',
    added_other: '{{count}} lines added',
    removed_one: '{{count}} line removed',
    removed_other: '{{count}} lines removed',
    contentOf: 'Changes of {{path}}',
    unchanged_one: 'Show {{count}} unchanged line',
    unchanged_other: 'Show {{count}} unchanged lines',
    more_one: 'Show {{count}} more line',
    more_other: 'Show {{count}} more lines',
    noFinalNewline: 'No newline at the end of the file',
    emptyFile: 'The file is empty',
    none: {
      title: 'No file changes',
      description: 'The repository already holds everything this asks for.',
    },
    column: {
      before: 'Line before',
      after: 'Line after',
      mark: 'Change',
      text: 'Text',
    },
  },
  tree: {
    label: 'Changed files',
  },
  pagination: {
    label: 'Pages',
    range: '{{first}} to {{last}} of {{total}}',
    previous: 'Previous page',
    next: 'Next page',
  },
  filter: {
    label: 'Narrow the list',
    text: 'Search',
    all: 'All',
    option: '{{value}} ({{number}})',
    search: 'Type to narrow',
    clear: 'Clear filters',
  },
  noMatch: {
    title: 'Nothing matches',
    description: 'There are rows, but none fits all of the filters.',
  },
  findings: {
    severity: {
      error: 'Error',
      warning: 'Warning',
      info: 'Note',
    },
    errors_one: '{{count}} error',
    errors_other: '{{count}} errors',
    warnings_one: '{{count}} warning',
    warnings_other: '{{count}} warnings',
    infos_one: '{{count}} note',
    infos_other: '{{count}} notes',
    fix: 'What to do: {{fix}}',
    none: 'Every check passed',
  },
} as const;
