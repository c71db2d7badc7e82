/** English texts of storage's health, and of the frame around all of storage. */
export default {
  page: { title: 'Storage', ofCluster: 'Storage of {{cluster}}' },
  place: { label: 'Cluster' },
  overview: {
    empty: {
      title: 'No clusters yet',
      description:
        'Storage appears here once a cluster of a platform can be asked for it. The platform team connects it under kubernetes: in the portal’s configuration.',
    },
  },
  view: {
    label: 'Views',
    health: 'Health',
    volumes: 'Volumes',
    chain: 'Chain',
    maintenance: 'Maintenance',
  },
} as const;
