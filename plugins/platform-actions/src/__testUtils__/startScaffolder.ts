import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import {
  changeRequestsServiceRef,
  type ChangeRequestsService,
} from '@internal/plugin-change-requests-node';
import { parse } from 'yaml';
import { platformActionsModule } from '../module';

export const newServiceTemplate: TemplateEntityV1beta3 = parse(
  readFileSync(
    resolve(__dirname, '../../../../templates/new-service/template.yaml'),
    'utf8',
  ),
);

/** A real scaffolder with the real actions, over HTTP, as the user mock. */
export async function startScaffolder(options: {
  changeRequests: ChangeRequestsService;
  templates: TemplateEntityV1beta3[];
  permissions?: ReturnType<typeof mockServices.permissions.mock>;
}) {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      platformActionsModule,
      catalogServiceMock.factory({ entities: options.templates }),
      createServiceFactory({
        service: changeRequestsServiceRef,
        deps: {},
        factory: () => options.changeRequests,
      }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://portal.example' } },
      }),
      mockServices.database.factory(),
      logger.factory,
      ...(options.permissions ? [options.permissions.factory] : []),
    ],
  });
  const baseUrl = `http://localhost:${server.port()}/api/scaffolder`;

  async function call(path: string, body?: unknown) {
    const response = await fetch(`${baseUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: mockCredentials.user.header(),
        'Content-Type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  return {
    logger,
    call,
    dryRun: (template: unknown, values: unknown) =>
      call('/v2/dry-run', { template, values, directoryContents: [] }),
    /** Runs a task to its end. */
    async run(templateRef: string, values: unknown) {
      const created = await call('/v2/tasks', { templateRef, values });
      if (created.status !== 201) {
        return { created, task: undefined, events: [] };
      }
      for (;;) {
        const task = (await call(`/v2/tasks/${created.body.id}`)).body;
        if (!['open', 'processing'].includes(task.status)) {
          const events = await call(`/v2/tasks/${created.body.id}/events`);
          return { created, task, events: events.body };
        }
        await new Promise(resolved => setTimeout(resolved, 50));
      }
    },
  };
}
