import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { screen } from '@testing-library/react';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { platformFieldsModule } from '../module';
import { FakePlatformForm } from './FakePlatformForm';
import { readTemplate } from './readTemplate';

const groups = ['atlas', 'borealis', 'platform'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
}));

/** The form of a shipped template, in the real scaffolder, as a user sees it. */
export function renderTemplate(
  options: {
    template?: string;
    groups?: string[];
    platformForm?: FakePlatformForm;
    /** What the address fills the form with. */
    formData?: object;
  } = {},
) {
  const {
    template: name = 'new-service',
    groups: ownGroups = ['atlas'],
    platformForm = new FakePlatformForm(),
  } = options;
  const template = readTemplate(name);
  const { title, description } = template.metadata;
  const { parameters, presentation } = template.spec;
  const query = new URLSearchParams(
    options.formData ? { formData: JSON.stringify(options.formData) } : {},
  );
  const scaffolder = scaffolderApiMock.mock({
    getTemplateParameterSchema: async () => ({
      title: title ?? '',
      description,
      presentation,
      steps: [parameters ?? []]
        .flat()
        .map(({ title: stepTitle, ...schema }) => ({
          title: String(stepTitle),
          schema: { ...schema, title: String(stepTitle) },
        })),
    }),
  });
  const address = `/create/templates/default/${name}?${query}`;
  // The scaffolder reads the form data from the browser's own address.
  window.history.replaceState(null, '', address);
  renderTestApp({
    features: [scaffolderPlugin, platformFieldsModule],
    initialRouteEntries: [address],
    apis: [
      scaffolder,
      catalogApiMock({ entities: [template, ...groups] }),
      [platformFormApiRef, platformForm],
      mockApis.identity({
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: [
          'user:default/ada',
          ...ownGroups.map(group => `group:default/${group}`),
        ],
      }),
    ],
  });
  return { scaffolder, platformForm };
}

export async function findPage(field: RegExp) {
  return await screen.findByLabelText(field, {}, { timeout: 10_000 });
}
