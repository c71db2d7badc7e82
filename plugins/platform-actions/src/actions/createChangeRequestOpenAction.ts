import { createHash } from 'node:crypto';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  ChangeRequestInput,
  ChangeRequestsService,
} from '@internal/plugin-change-requests-node';
import { parseOperations } from '../operations/parseOperations';
import { readTemplateVersion } from '../template/readTemplateVersion';
import { awaitOpened } from './awaitOpened';
import { changeRequestOpenExamples } from './createChangeRequestOpenAction.examples';

/** The action `platform:change-request:open`. */
export function createChangeRequestOpenAction(options: {
  changeRequests: ChangeRequestsService;
  /** `app.baseUrl`, for the link to the change request. */
  appBaseUrl: string;
}) {
  const { changeRequests, appBaseUrl } = options;
  return createTemplateAction({
    id: 'platform:change-request:open',
    description:
      'Opens one pull request in the GitOps repository of a platform, in the name of the user, from the operations of earlier steps. Running it again returns the same change request. In a dry run it stores nothing and outputs the very change.',
    examples: changeRequestOpenExamples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z => z.string().max(63).describe('Platform to change'),
        operations: z =>
          z
            .array(z.array(z.record(z.unknown())).optional())
            .describe(
              'Outputs `operations` of earlier steps, one entry a step, in the order they are to be applied. An entry of a step that was skipped by its `if` is left out.',
            ),
      },
      output: {
        id: z => z.string().optional().describe('Id of the change request'),
        state: z =>
          z
            .string()
            .optional()
            .describe(
              'State of the change request; `draft` is still on its way',
            ),
        url: z => z.string().optional().describe('Pull request on the forge'),
        changeRequestUrl: z =>
          z.string().optional().describe('Page of the change request here'),
        preview: z =>
          z
            .record(z.unknown())
            .optional()
            .describe('Dry run only: commit, edits and findings'),
      },
    },
    async handler(ctx) {
      const input: ChangeRequestInput = {
        platform: ctx.input.platform,
        operations: parseOperations(
          ctx.input.operations.flatMap(operations => operations ?? []),
        ),
        template: readTemplateVersion(ctx.templateInfo),
      };
      const credentials = await ctx.getInitiatorCredentials();
      if (ctx.isDryRun) {
        ctx.output(
          'preview',
          await changeRequests.preview(input, { credentials }),
        );
        return;
      }

      const id = await ctx.checkpoint({
        key: checkpointKey(input),
        fn: async () =>
          (await changeRequests.create(input, { credentials })).id,
      });
      const changeRequestUrl = `${appBaseUrl}/change-requests/${encodeURIComponent(id)}`;
      ctx.logger.info(`Change request ${id} is stored: ${changeRequestUrl}`);
      ctx.output('id', id);
      ctx.output('changeRequestUrl', changeRequestUrl);

      const request = await awaitOpened({
        read: () => changeRequests.get(id, { credentials }),
        changeRequestUrl,
        signal: ctx.signal,
      });
      ctx.output('state', request.state);
      if (request.pullRequest) {
        ctx.output('url', request.pullRequest.url);
        ctx.logger.info(`Pull request: ${request.pullRequest.url}`);
      } else {
        ctx.logger.warn(
          `The forge has not answered yet. Nothing is lost: the pull request is opened as soon as it does; follow ${changeRequestUrl}`,
        );
      }
    },
  });
}

/** Names everything the change request is made of, so that no two share it. */
function checkpointKey(input: ChangeRequestInput): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([input.template, input.operations]))
    .digest('hex');
  return `change-request.${input.platform}.${digest}`;
}
