import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { useChosenPlatform } from '../platforms/useChosenPlatform';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { readFormValues } from './readFormValues';

/** The clusters a new app runs on; out of sight where the platform has one. */
export const clustersField = createFormField({
  name: 'ClustersField',
  component: ClustersField,
});

function ClustersField(props: FieldProps<string[]>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform } = readFormValues(props.formContext);
  const clusters = useChosenPlatform(platform)?.clusters ?? [];
  if (clusters.length < 2) return null;
  const chosen = (props.formData ?? []).filter(name => clusters.includes(name));
  return (
    <CheckboxGroup
      label={t('clusters.label')}
      description={t('clusters.description', { cluster: clusters[0] })}
      value={chosen}
      onChange={names => props.onChange(names.length === 0 ? undefined : names)}
      isDisabled={props.disabled}
    >
      {clusters.map(name => (
        <Checkbox key={name} value={name}>
          {name}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
