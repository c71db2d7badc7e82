import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from '../../translation';

export default createTranslationMessages({
  ref: appTranslationRef,
  full: true,
  messages: {
    'signIn.lead':
      'Services, routes, secrets et connexions, proposés comme modifications à relire dans Git.',
    'signIn.button': 'Se connecter avec {{provider}}',
    'signIn.provider': 'votre compte professionnel',
    'signIn.pending': 'En attente de la fenêtre de connexion…',
    'signIn.failed': 'La connexion a échoué : {{reason}}',
    'signIn.popupBlocked':
      'La fenêtre de connexion a été fermée ou bloquée. Autorisez les fenêtres pour ce site, puis réessayez.',
    'nav.label': 'Principal',
    'nav.skip': 'Aller au contenu',
    'nav.catalog': 'Catalogue',
    'nav.create': 'Créer',
    'nav.changeRequests': 'Demandes de modification',
    'nav.platforms': 'Plateformes',
    'nav.nodes': 'Nœuds',
    'nav.storage': 'Stockage',
    'nav.notifications': 'Notifications',
    'nav.search': 'Recherche',
    'nav.settings': 'Paramètres',
    'nav.menu': 'Menu',
    'nav.closeMenu': 'Fermer le menu',
  },
});
