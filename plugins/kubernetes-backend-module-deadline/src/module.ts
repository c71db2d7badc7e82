import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesFetcherExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { readDeadlineSeconds } from './config';
import { DeadlineFetcher } from './DeadlineFetcher';
import { HttpDeadline } from './HttpDeadline';

/** Puts a deadline on what the Kubernetes plugin asks of clusters. */
export const kubernetesDeadlineModule = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'deadline',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        fetchers: kubernetesFetcherExtensionPoint,
        lifecycle: coreServices.lifecycle,
      },
      async init({ config, fetchers, lifecycle }) {
        const seconds = readDeadlineSeconds(config);
        const deadline = HttpDeadline.create();
        deadline.start();
        lifecycle.addShutdownHook(() => deadline.stop());
        fetchers.addFetcher(async ({ getDefault }) =>
          DeadlineFetcher.create({
            fetcher: await getDefault(),
            deadline,
            seconds,
          }),
        );
      },
    });
  },
});
