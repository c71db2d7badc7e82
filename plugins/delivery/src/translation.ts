import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';

/** Texts of delivery status, in English. */
export const deliveryTranslationRef = createTranslationRef({
  id: 'plugin.delivery',
  messages: {
    card: {
      title: 'Delivery',
      open: 'Open {{name}} in Argo CD',
      unwatched: {
        title: 'Nobody watches this cluster',
        description:
          'Neither Argo CD nor Flux is configured for it, so what runs there is unknown. The platform team can add one to the portal.',
      },
      failure: {
        since: 'Not read since {{time}}',
        never: 'Never read so far',
      },
      notRead: 'The first reading is under way.',
      unlisted:
        'The cluster lists no deployment unit of the name {{name}}. One that was just merged appears within a minute.',
      lastKnown: 'Unknown, last {{state}}',
    },
    fact: {
      cluster: 'Cluster',
      sync: 'Sync',
      health: 'Health',
      revision: 'Revision',
      syncedAt: 'Last synced',
      never: 'Never',
      unknown: 'Unknown',
      observedAt: 'Read',
      message: 'The engine says',
    },
    sync: {
      synced: 'Synced',
      'out-of-sync': 'Out of sync',
      unknown: 'Unknown',
    },
    health: {
      healthy: 'Healthy',
      progressing: 'Progressing',
      degraded: 'Degraded',
      suspended: 'Suspended',
      missing: 'Missing',
      unknown: 'Unknown',
    },
  },
});

/** French and Arabic; the plugin installs them. */
export const deliveryTranslations = createTranslationResource({
  ref: deliveryTranslationRef,
  translations: {
    fr: () => import('./translations/fr'),
    ar: () => import('./translations/ar'),
  },
});
