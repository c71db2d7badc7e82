/** English texts of the search page. */
export default {
  title: 'Search',
  field: {
    label: 'Search the catalog',
    example: 'Name, host, image, namespace or secret key',
  },
  start: {
    title: 'Find what runs on the platforms',
    description:
      'By its name, or by a host, an image, a namespace or the key of a secret that it uses. Values of secrets are never searched.',
  },
  none: {
    title: 'Nothing found',
    description: 'Nothing in the catalog is called “{{term}}” or uses it.',
  },
  unindexed: {
    title: 'The catalog is being read',
    description:
      'What it holds can be searched in less than a minute. This page tries again by itself.',
  },
  results: 'Results',
  similar: 'Less exact',
  count_one: '{{count}} result',
  count_other: '{{count}} results, the best first',
  paging: { label: 'Pages', previous: 'Previous', next: 'Next' },
  owner: 'Owner: {{owner}}',
  fact: {
    host: 'Host',
    namespace: 'Namespace',
    image: 'Image',
    secretKey: 'Secret key',
  },
} as const;
