import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { FakeChangeRequests } from './__testUtils__/fakeChangeRequests';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { templateVersionAnnotation } from './template/readTemplateVersion';

const folder = resolve(__dirname, '../../../templates');

const templates = readdirSync(folder).map(name => ({
  name,
  template: parse(readFileSync(`${folder}/${name}/template.yaml`, 'utf8')),
}));

describe.each(templates)('template $name', ({ name, template }) => {
  it('is a template with the name of its folder and a version', async () => {
    expect(await templateEntityV1beta3Validator.check(template)).toBe(true);
    expect(template.metadata.name).toBe(name);
    expect(template.metadata.annotations[templateVersionAnnotation]).toMatch(
      /^\d+\.\d+\.\d+$/,
    );
    expect(template.spec.owner).toBe('group:default/platform');
  });

  it('names actions that exist, and shows its change', async () => {
    const { call } = await startScaffolder({
      changeRequests: new FakeChangeRequests(),
      templates: [],
    });
    const { body } = await call('/v2/actions');
    const known = body.map((action: { id: string }) => action.id);
    const steps: { id: string; action: string }[] = template.spec.steps;
    expect(known).toEqual(
      expect.arrayContaining(steps.map(step => step.action)),
    );
    expect(steps.at(-1)?.action).toBe('platform:change-request:open');
    expect(template.spec.output.preview).toBe(
      `\${{ steps.${steps.at(-1)?.id}.output.preview }}`,
    );
  });
});
