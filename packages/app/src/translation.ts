import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const appTranslationRef = createTranslationRef({
  id: 'app.portal',
  messages: {
    signIn: {
      lead: 'Services, routes, secrets and logins as reviewable changes in Git.',
      button: 'Sign in with {{provider}}',
      provider: 'your company account',
      pending: 'Waiting for the sign-in window…',
      failed: 'Sign-in did not work: {{reason}}',
      popupBlocked:
        'The sign-in window was closed or blocked. Allow pop-ups for this site and try again.',
    },
    nav: {
      label: 'Main',
      skip: 'Skip to content',
      catalog: 'Catalog',
      create: 'Create',
      changeRequests: 'Change requests',
      platforms: 'Platforms',
      nodes: 'Nodes',
      storage: 'Storage',
      notifications: 'Notifications',
      search: 'Search',
      settings: 'Settings',
      menu: 'Menu',
      closeMenu: 'Close menu',
    },
  },
});
