import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { SwitchField } from './SwitchField';

/** Whether a service is published on a public host. */
export const exposedField = createFormField({
  name: 'ExposedField',
  component: ExposedField,
});

function ExposedField(props: FieldProps<boolean>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <SwitchField
      fieldProps={props}
      label={t('exposed.label')}
      description={t('exposed.description')}
    />
  );
}
