import {
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { RiShip2Line } from '@remixicon/react';
import { deliveryApi } from './extensions/apis';
import { entityDeliveryCard } from './extensions/entityCards';
import { deliveryTranslations } from './translation';

/** Delivery status of an app on its entity page. */
export const deliveryPlugin = createFrontendPlugin({
  pluginId: 'delivery',
  title: 'Delivery',
  icon: <RiShip2Line />,
  info: { packageJson: () => import('../package.json') },
  extensions: [deliveryApi, entityDeliveryCard],
});

/** Brings the plugin's French and Arabic into the app. */
export const deliveryTranslationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'delivery',
      params: { resource: deliveryTranslations },
    }),
  ],
});
