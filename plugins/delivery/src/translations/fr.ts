import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { deliveryTranslationRef } from '../translation';

export default createTranslationMessages({
  ref: deliveryTranslationRef,
  full: true,
  messages: {
    'card.title': 'Déploiement',
    'card.open': 'Ouvrir {{name}} dans Argo CD',
    'card.unwatched.title': 'Ce cluster n’est pas observé',
    'card.unwatched.description':
      'Ni Argo CD ni Flux n’est configuré pour lui ; ce qui y tourne est donc inconnu. L’équipe plateforme peut en ajouter un au portail.',
    'card.failure.since': 'Pas de lecture depuis {{time}}',
    'card.failure.never': 'Encore aucune lecture',
    'card.notRead': 'La première lecture est en cours.',
    'card.unlisted':
      'Le cluster ne connaît aucune unité de déploiement nommée {{name}}. Celle qui vient d’être fusionnée apparaît en moins d’une minute.',
    'card.lastKnown': 'Inconnu, auparavant {{state}}',
    'fact.cluster': 'Cluster',
    'fact.sync': 'Synchronisation',
    'fact.health': 'Santé',
    'fact.revision': 'Révision',
    'fact.syncedAt': 'Dernière synchronisation',
    'fact.never': 'Jamais',
    'fact.unknown': 'Inconnue',
    'fact.observedAt': 'Lecture',
    'fact.message': 'Message du moteur',
    'sync.synced': 'Synchronisé',
    'sync.out-of-sync': 'Désynchronisé',
    'sync.unknown': 'Inconnu',
    'health.healthy': 'Sain',
    'health.progressing': 'En cours',
    'health.degraded': 'Dégradé',
    'health.suspended': 'Suspendu',
    'health.missing': 'Absent',
    'health.unknown': 'Inconnu',
  },
});
